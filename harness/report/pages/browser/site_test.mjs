// Opens the pages of a report in headless Chromium and uses them as a person does: by pointer, by keyboard, in
// light and dark, on a narrow screen, on paper, and without scripts.
//
//   node site_test.mjs PROGRAM FOLDER
//
// PROGRAM writes a site and a page of `exeunt watch` into FOLDER; pictures go to FOLDER/pictures. Ends with 77,
// which CTest takes as skipped, where Chromium or playwright-core is missing. CHROMIUM names another browser.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const skip = (reason) => {
  console.log(`skipped: ${reason}`);
  process.exit(77);
};

const browserPath = process.env.CHROMIUM ?? "/usr/bin/chromium";
if (!existsSync(browserPath)) skip(`there is no ${browserPath}; on Debian: apt-get install chromium`);
const { chromium } = await import("playwright-core").catch(() =>
  skip("playwright-core is not installed; in harness/report/pages/browser: npm ci"));

const [program, folderName] = process.argv.slice(2);
const folder = resolve(folderName);
rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, "pictures"), { recursive: true });
const made = spawnSync(program, [folder], { stdio: "inherit" });
assert.equal(made.status, 0, `${program} ends with ${made.status}`);

const address = (path) => pathToFileURL(join(folder, path)).href;
const picture = (page, name) => page.screenshot({ path: join(folder, "pictures", `${name}.png`), fullPage: true });

const browser = await chromium.launch({
  executablePath: browserPath,
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

const strayRequests = [];
const complaints = [];

const open = async (path, options = {}) => {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  const page = await context.newPage();
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(address("")) && !url.startsWith("data:")) strayRequests.push(url);
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(`${path}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${path}: ${error}`));
  await page.goto(address(path));
  return page;
};

const done = [];
const check = async (name, body) => {
  await body();
  done.push(name);
  console.log(`ok  ${name}`);
};

// The processes whose facts are shown when the tabulator key goes through the lanes.
const tabThroughLanes = async (page) => {
  const lanes = await page.locator(".lanes a").count();
  await page.locator(".lanes a").first().focus();
  const seen = [];
  for (let i = 0; i < lanes; ++i) {
    const facts = page.locator(".lanes li:focus-within .facts");
    assert.equal(await facts.count(), 1, `lane ${i + 1} cannot be focused`);
    assert.ok(await facts.isVisible(), `lane ${i + 1} shows no facts when focused`);
    seen.push((await facts.innerText()).replace(/\s+/g, " "));
    await page.keyboard.press("Tab");
  }
  return seen;
};

// Texts whose contrast to what is behind them is below WCAG's 4.5 : 1.
const paleTexts = (page) => page.evaluate(() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((c) => (c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return rgba(getComputedStyle(document.documentElement).colorScheme.includes("dark") ? "black" : "white");
  };
  const pale = [];
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!own || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const ink = rgba(element instanceof SVGElement ? style.fill : style.color);
    const [light, dark] = [luminance(ink), luminance(behind(element))].sort((a, b) => b - a);
    const contrast = (light + 0.05) / (dark + 0.05);
    if (contrast < 4.5) pale.push(`${element.tagName}.${element.className}: ${contrast.toFixed(2)}`);
  }
  return [...new Set(pale)];
});

const fitsItsWindow = async (page, what) => {
  const { scroll, inner } = await page.evaluate(
    () => ({ scroll: document.documentElement.scrollWidth, inner: window.innerWidth }));
  assert.ok(scroll <= inner, `${what} is ${scroll} wide in a window of ${inner}`);
};

const background = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

try {
  await check("from the index to a run and back", async () => {
    const page = await open("index.html");
    await picture(page, "index");
    const rows = await page.locator(".matrix .scenario").count();
    assert.ok(rows >= 3, `the matrix has ${rows} rows`);
    await page.locator(".wrong a").first().click();
    assert.match(page.url(), /exit\/.*\.html$/);
    assert.match(await page.locator(".verdict").innerText(), /fail/);
    assert.ok(await page.locator(".difference").first().isVisible());
    assert.equal(await page.locator(".golden .blamed").count(), 1);
    await picture(page, "run");
    await page.goBack();
    assert.equal(page.url(), address("index.html"));
    await page.locator(".matrix a.v-pass").first().click();
    assert.match(await page.locator(".verdict").innerText(), /pass/);
    await page.locator("nav a").first().click();
    assert.equal(page.url(), address("index.html"));
    await page.context().close();
  });

  await check("every link leads to a page", async () => {
    const page = await open("index.html");
    const links = await page.locator("a").evaluateAll((all) => [...new Set(all.map((a) => a.href))]);
    for (const link of links) {
      await page.goto(link);
      assert.ok(await page.locator("h1").isVisible(), link);
      const others = await page.locator("a").evaluateAll((all) => all.map((a) => a.href));
      for (const other of others) assert.ok(links.includes(other.split("#")[0]) || other.split("#")[0] === link ||
        other === address("index.html"), `${link} leads to ${other}`);
    }
    await page.context().close();
  });

  await check("the keyboard goes through the processes", async () => {
    const page = await open("watch.html");
    const facts = await tabThroughLanes(page);
    assert.equal(facts.length, 7);
    assert.match(facts[0], /process program program \/bin\/sh -c 'job & wait' ended exit 0/);
    assert.match(facts[2], /ended signal SIGTERM became orphaned: outlived its creator by 50.0 ms .* pid 4702/);
    await page.locator(".lanes a").nth(2).focus();
    await picture(page, "watch-focus");
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("tr:target th").innerText(), "2");
    await page.context().close();
  });

  await check("the pointer shows the same facts", async () => {
    const page = await open("watch.html");
    const lane = page.locator(".lanes li").nth(4);
    assert.ok(!(await lane.locator(".facts").isVisible()));
    await lane.hover();
    assert.match(await lane.locator(".facts").innerText(), /zombie: its creator ended without waiting for it/);
    await picture(page, "watch-hover");
    await page.context().close();
  });

  await check("the lanes lie over their bars", async () => {
    const page = await open("watch.html");
    const lanes = await page.locator(".lanes li").evaluateAll((all) => all.map((li) => li.getBoundingClientRect().top));
    const bars = await page.locator(".chart > svg > rect.alive").evaluateAll(
      (all) => all.map((rect) => rect.getBoundingClientRect().top));
    for (const bar of bars) {
      assert.ok(lanes.some((top) => bar - top >= 20 && bar - top <= 26), `a bar at ${bar} lies in no lane`);
    }
    await page.context().close();
  });

  await check("the index is filtered", async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await open("index.html", { javaScriptEnabled });
      const visible = () => page.locator(".matrix .scenario:visible").count();
      const all = await visible();
      await page.locator("#show-wrong").check();
      const wrong = await visible();
      assert.ok(wrong > 0 && wrong < all, `${wrong} of ${all} rows are shown`);
      await page.locator("#show-all").check();
      assert.equal(await visible(), all);
      const box = page.locator("input[type=search]");
      assert.equal(await box.count(), javaScriptEnabled ? 1 : 0);
      if (javaScriptEnabled) {
        await box.fill("join/");
        assert.ok((await visible()) < all);
      }
      await page.context().close();
    }
  });

  await check("everything can be read without scripts", async () => {
    const page = await open("index.html", { javaScriptEnabled: false });
    await page.locator(".wrong a").first().click();
    await page.locator(".lanes a").first().focus();
    assert.ok(await page.locator(".facts").first().isVisible());
    await page.locator("summary").first().click();
    assert.ok(await page.locator(".events li").first().isVisible());
    await page.context().close();
  });

  await check("light and dark, wide and narrow", async () => {
    const seen = new Set();
    for (const colorScheme of ["light", "dark"]) {
      for (const [width, size] of [[1200, "wide"], [640, "80-columns"], [360, "narrow"]]) {
        for (const path of ["index.html", "exit/exit_child_status_one/reference-fork-tty.html", "watch.html",
          "crowd.html", "hostile.html"]) {
          const page = await open(path, { colorScheme, viewport: { width, height: 800 } });
          await fitsItsWindow(page, `${path} (${size})`);
          const pale = await paleTexts(page);
          assert.deepEqual(pale, [], `${path} in ${colorScheme} has pale texts`);
          seen.add(`${colorScheme} ${await background(page)}`);
          await picture(page, `${path.replace(/\W+/g, "-")}-${colorScheme}-${size}`);
          await page.context().close();
        }
      }
    }
    assert.equal(seen.size, 2, "light and dark look alike");
  });

  await check("pages can be printed", async () => {
    const page = await open("watch.html");
    await page.emulateMedia({ media: "print" });
    await page.locator(".lanes a").first().focus();
    assert.equal(await page.locator(".facts:visible").count(), 0);
    await picture(page, "watch-print");
    assert.ok((await page.pdf()).length > 1000);
    await page.context().close();
  });

  await check("no request leaves the folder, nothing is complained of", async () => {
    assert.deepEqual(strayRequests, []);
    assert.deepEqual(complaints, []);
  });
} finally {
  await browser.close();
}
console.log(`${done.length} checks passed; pictures: ${join(folder, "pictures")}`);
