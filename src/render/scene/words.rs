//! The lanes of a picture, the kinds of its nodes, and what its colours mean.

crate::model::words! {
    /// A lane of the picture.
    Lane = "a lane" {
        /// Whose journey it is, in which circumstances.
        Head = "head",
        /// The phases.
        Phases = "phases",
        /// What the customer needs.
        Needs = "needs",
        /// Branches, jumps and loops.
        Ways = "ways",
        /// The touchpoints.
        Touchpoints = "touchpoints",
        /// Experience and expectation.
        Curve = "experience",
        /// What customers think, feel and say.
        Words = "thoughts",
        /// What hinders them.
        Friction = "friction",
        /// What is done about it.
        Solutions = "solutions",
        /// What they are promised.
        Promises = "promises",
        /// The same moments from the staff's side.
        Employee = "employee",
        /// What staff do in the customer's sight.
        Frontstage = "frontstage",
        /// What happens behind the line of visibility, and the systems.
        Backstage = "backstage",
        /// Figures.
        Measures = "measures",
        /// How the organisation listens.
        Feedback = "feedback",
    }

    /// What a node of a scene is drawn as.
    Kind = "a kind of node" {
        /// The head of the picture.
        Head = "head",
        /// The card of the persona.
        Persona = "persona",
        /// The heading of a phase.
        Phase = "phase",
        /// A need.
        Need = "need",
        /// An arc from touchpoint to touchpoint.
        Way = "way",
        /// The card of a touchpoint.
        Touchpoint = "touchpoint",
        /// A moment of truth.
        Moment = "moment",
        /// The ratings of a touchpoint.
        Rating = "rating",
        /// What a customer thinks, feels or says.
        Words = "words",
        /// A friction point.
        Friction = "friction-point",
        /// A solution.
        Solution = "solution",
        /// A promise where it is made.
        Promise = "promise",
        /// A promise where it is kept.
        Keeping = "keeping",
        /// The employee's side.
        Employee = "employee",
        /// What staff do in the customer's sight.
        Frontstage = "frontstage",
        /// What they do out of it, and the systems.
        Backstage = "backstage",
        /// A measure.
        Measure = "measure",
        /// A feedback loop.
        Feedback = "feedback",
    }

    /// What a colour means.
    Role = "a role of a colour" {
        /// The background of everything.
        Canvas = "canvas",
        /// The background of a lane.
        Lane = "lane",
        /// The background of a card.
        Card = "card",
        /// A quiet background, such as that of a badge.
        Quiet = "quiet",
        /// Text.
        Ink = "ink",
        /// Text that explains other text.
        Muted = "muted",
        /// Borders and grid lines.
        Line = "line",
        /// What is drawn across something that is closed.
        Hatch = "hatch",
        /// Lines of what is drawn, such as the rings of icons.
        Strong = "strong",
        /// The background of a phase as it is today.
        Phase = "phase",
        /// The background of a phase as it is meant to be.
        Future = "future",
        /// The background of a phase as it was.
        Past = "past",
        /// The background of a phase that nobody has looked into yet.
        Draft = "draft",
        /// Text on a phase.
        OnPhase = "on-phase",
        /// The curve of experience, and what belongs to it.
        Experience = "experience",
        /// The curve of expectation.
        Expectation = "expectation",
        /// Where experience falls short of expectation.
        Short = "short",
        /// Where experience exceeds expectation.
        Exceeded = "exceeded",
        /// A moment of truth.
        Moment = "moment",
        /// The background of a moment of truth.
        MomentTint = "moment-tint",
        /// What goes well.
        Good = "good",
        /// The background of what goes well.
        GoodTint = "good-tint",
        /// What is doubtful.
        Doubt = "doubt",
        /// The background of what is doubtful.
        DoubtTint = "doubt-tint",
        /// What goes badly.
        Bad = "bad",
        /// The background of what goes badly.
        BadTint = "bad-tint",
    }
}
