// Read aloud, a picture comes in the order of its lanes, phases first, and each card says what it is about.

export default async ({ expect, open, maps, same }) => {
  const page = await open(await maps.bundled("restaurant/before"));
  const session = await page.createCDPSession();
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const said = [];
  const read = ({ ignored, role, name, childIds = [] }) => {
    if (!ignored && ["group", "button"].includes(role.value)) said.push(name?.value ?? "");
    for (const child of childIds) if (byId.has(child)) read(byId.get(child));
  };
  read(nodes[0]);
  const lanes = ["Phases", "Besoins", "Chemins", "Points de contact", "Expérience", "Points de friction", "Solutions"];
  same(said.filter((name) => lanes.includes(name)), lanes, "the lanes in their order");
  const at = said.indexOf("Phases");
  same(said.slice(at + 1, at + 3), ["Phase: Avant de venir", "Phase: Arriver"], "behind the name of the lane");
  expect(said.some((name) => name.startsWith("Point de contact: Je réserve une table. Attente 3, Expérience 3")), "a rating says of what it is");
};
