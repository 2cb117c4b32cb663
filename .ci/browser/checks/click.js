// Every card opens a panel with its facts, and the panel closes again.

export default async ({ expect, open, maps, same }) => {
  for (const name of ["insurance-premium/lockdown", "food-supplements-b2b", "web-shop-delivery"]) {
    const page = await open(await maps.bundled(name));
    const wrong = await page.evaluate(() => {
      const panel = document.getElementById("panel");
      const cards = [...document.querySelectorAll(".sheet [data-address]")];
      if (cards.length < 20) return [`only ${cards.length} cards`];
      return cards.flatMap((card) => {
        if (card.getAttribute("role") !== "button") return [`${card.dataset.address} cannot be opened`];
        card.dispatchEvent(new MouseEvent("click", { bubbles: true }));
        const title = document.getElementById("panel-title").textContent;
        const says = title && document.getElementById("panel-kind").textContent && !panel.hidden;
        return says && card.getAttribute("aria-label") ? [] : [`${card.dataset.address} opens a panel that says “${title}”`];
      });
    });
    for (const message of wrong) expect(false, `${name}: ${message}`);
    await page.close();
  }

  const page = await open(await maps.bundled("insurance-premium/lockdown"));
  await page.click('.sheet [data-address="touchpoint:pay"]');
  const panel = await page.$eval("#panel", (panel) => panel.innerText);
  for (const fact of ["I am due to pay the quarterly premium", "Billing", "−3", "Anger", "critical", "65%", "50% · I cannot pay"]) {
    expect(panel.toLowerCase().includes(fact.toLowerCase()), `the panel of the payment does not say “${fact}”: ${panel}`);
  }
  same(await page.evaluate(() => location.hash), "#touchpoint%3Apay", "what is open has an address");
  await page.click("#close");
  same(await page.$eval("#panel", (panel) => panel.hidden), true, "the panel is closed");

  await page.click('.sheet .friction-point[data-address="friction:pay/premium-without-income"]');
  await page.click("#panel-kind button");
  same(await page.$eval("#panel-title", (title) => title.textContent), "I am due to pay the quarterly premium", "from friction to its touchpoint");

  const linked = await open(await maps.bundled("insurance-premium/lockdown"), { hash: "#moment:there-for-me" });
  same(await linked.$eval("#panel-title", (title) => title.textContent), "Are they there when I need them?", "a link to a moment of truth opens it");
};
