// The report's plots and its slider. Reads the numbers in the page and asks for nothing else; all text is set as text.
"use strict";
(() => {
  const known = JSON.parse(document.getElementById("figures").textContent);
  const ACTIONS = ["tag", "quarantine", "reject"];
  const DASHES = { overall: "solid", spam: "dash", phish: "dashdot", bec: "dot" };
  const MARKS = { tag: "circle", quarantine: "square", reject: "diamond" };
  const narrow = innerWidth < 640;
  const CONFIG = { responsive: true, displaylogo: false, displayModeBar: narrow ? false : "hover", modeBarButtons: [["toImage", "zoom2d", "resetScale2d"]] };

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const count = (number) => number.toLocaleString("en");
  const percent = (rate) => Number((rate * 100).toPrecision(3)) + "\u00a0%";
  const signed = (line) => (line < 0 ? "\u2212" : "+") + Math.abs(line).toFixed(2);

  const make = (name, text, within) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (within) within.append(made);
    return made;
  };

  const layout = (more) => ({
    paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", autosize: true, dragmode: false,
    font: { family: "system-ui, sans-serif", size: narrow ? 11 : 13, color: colour("ink") },
    hoverlabel: { bgcolor: colour("paper"), bordercolor: colour("quiet"), font: { color: colour("ink") } },
    margin: { l: 66, r: 14, t: 28, b: 52 },
    modebar: { bgcolor: "rgba(0,0,0,0)", color: colour("quiet"), activecolor: colour("accent") },
    legend: { orientation: "h", x: 0, yref: "container", y: 0, yanchor: "bottom" },
    ...more,
  });
  const axis = (title, more) => ({
    title: { text: title, standoff: 8 }, gridcolor: colour("rule"), zeroline: false, linecolor: colour("quiet"), ticks: "outside",
    tickcolor: colour("quiet"), tickangle: 0, automargin: true, ...more,
  });

  // How many messages are at or above a line: values stand highest first, with their counts beside them.
  const at = (found, line) => {
    let low = 0, high = found.value.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (found.value[middle] >= line) low = middle + 1; else high = middle;
    }
    return low - 1;
  };
  const told = (found, line) => {
    const place = at(found, line);
    const number = place < 0 ? 0 : found.count[place];
    return { place, number, exact: found.exact === null || line >= found.exact || number === 0 };
  };
  const none = (confidence, total) => 1 - Math.pow(1 - confidence, 1 / total);

  const rows = (view, line) => {
    const ham = told(view.ham, line);
    const bound = ham.place < 0 ? none(known.confidence, view.ham.total) : view.ham.bound[ham.place];
    const daily = known.ham_a_day === null ? "" : `, about ${Number((known.ham_a_day * ham.number / view.ham.total).toPrecision(2))} a day`;
    const first = ["ham", ham.exact ? "" : "at most ", ham.number, view.ham.total, `bound ${percent(bound)}${daily}`];
    const others = Object.entries(view.bad).map(([head, found]) => {
      const there = told(found, line);
      const [low, high] = there.place < 0 ? [0, 1 - Math.pow(0.025, 1 / found.total)] : [found.low[there.place], found.high[there.place]];
      return [head === "overall" ? "all bad mail" : head, there.exact ? "" : "at least ", there.number, found.total, `interval ${percent(low)} to ${percent(high)}`];
    });
    return [first, ...others];
  };

  const tell = (view, line, into) => {
    const whole = make("table");
    make("caption", `At a line of ${signed(line)}, of the mail tuned on`, whole);
    const head = make("tr", undefined, make("thead", undefined, whole));
    for (const name of ["mail", "acted on", "share", "proven or plausible"]) make("th", name, head).scope = "col";
    const body = make("tbody", undefined, whole);
    for (const [name, about, number, total, more] of rows(view, line)) {
      const row = make("tr", undefined, body);
      make("th", name, row).scope = "row";
      make("td", `${about}${count(number)} of ${count(total)}`, row);
      make("td", percent(number / total), row);
      make("td", more, row);
    }
    const thresholds = view.offsets.map(([row, begins]) => `${row} ${(Math.ceil((begins + line - 1e-9) * 100) / 100).toFixed(2)}`);
    const frame = make("div");
    frame.className = "wide";
    frame.append(whole);
    into.replaceChildren(frame, make("p", `As thresholds: ${thresholds.join(", ")}.`));
  };

  const histogram = (view, line) => {
    const middle = view.edges.slice(1).map((edge, place) => (edge + view.edges[place]) / 2);
    const width = view.edges[1] - view.edges[0];
    const traces = Object.entries(view.bars).map(([label, counts]) => {
      const custom = counts.map((number) => count(number));
      const hover = { customdata: custom, hovertemplate: `${label}: %{customdata}<extra></extra>` };
      if (label === "ham") return { type: "bar", name: "ham", x: middle, y: counts, width, marker: { color: colour("ham") }, ...hover };
      // A step falls to half a message where there is none: a logarithmic axis has no zero.
      const y = counts.map((number) => Math.max(number, 0.5));
      return { type: "scatter", mode: "lines", name: label, x: middle, y, line: { shape: "hvh", color: colour(label), width: 2, dash: DASHES[label] }, ...hover };
    });
    const most = Math.max(...Object.values(view.bars).map((counts) => Math.max(...counts)));
    const shapes = [], annotations = [];
    const mark = (place, name, dash) => {
      shapes.push({ type: "line", x0: place, x1: place, yref: "paper", y0: 0, y1: 1, line: { color: name ? colour(name) : colour("ink"), width: 2, dash } });
    };
    let last = -Infinity, raised = false;
    for (const one of view.lines) {
      if (one.line === null) continue;
      mark(one.line, one.action, "solid");
      raised = one.line - last < (view.edges.at(-1) - view.edges[0]) / 5 && !raised;
      last = one.line;
      annotations.push({ x: one.line, yref: "paper", y: 1, yanchor: "bottom", yshift: raised ? 16 : 0, showarrow: false, text: `${one.action} ${signed(one.line)}` });
    }
    mark(line, "", "dot");
    return [traces, layout({
      shapes, annotations, margin: { l: 66, r: 14, t: 46, b: 52 }, hovermode: "x unified", bargap: 0,
      xaxis: axis("margin (log-odds)", { range: [view.edges[0], view.edges.at(-1)] }),
      yaxis: axis("messages (logarithmic)", { type: "log", range: [Math.log10(0.5), Math.log10(most * 2)], dtick: 1 }),
    })];
  };

  const trade = (view, line) => {
    const traces = view.curves.map((curve) => ({
      type: "scatter", mode: "lines", name: curve.head, x: curve.x, y: curve.y,
      line: { shape: "vh", color: colour(curve.head), width: 2, dash: DASHES[curve.head] },
      customdata: curve.x.map((_, place) => [count(curve.false_positives[place]), count(curve.missed[place])]),
      hovertemplate: `${curve.head}: %{customdata[0]} of ${count(curve.ham)} ham acted on,<br>%{customdata[1]} of ${count(curve.bad)} missed<extra></extra>`,
    }));
    for (const one of view.marks) {
      const proven = one.bound === null ? "" : `, at most ${percent(one.proven)} proven`;
      traces.push({
        type: "scatter", mode: "markers", name: `${one.action} ${one.proposed ? "proposed" : "now"}`, x: [one.x], y: [one.y],
        marker: { symbol: MARKS[one.action] + (one.proposed ? "" : "-open"), size: 11, color: one.proposed ? colour(one.action) : colour("ink"), line: { width: 2, color: one.proposed ? colour("paper") : colour("ink") } },
        error_x: one.bound === null ? undefined : { type: "data", symmetric: false, array: [one.bound - one.x], arrayminus: [0], color: colour(one.action), thickness: 2.5 },
        hovertemplate: `${one.action} ${one.proposed ? "proposed" : "now"}: ${count(one.above)} of ${count(view.ham.total)} ham${proven}<extra></extra>`,
      });
    }
    const all = view.curves[0];
    const ham = told(view.ham, line).number, caught = told(view.bad.overall, line).number;
    const place = all.x.findIndex((_, step) => all.false_positives[step] <= ham && all.bad - all.missed[step] <= caught);
    if (place >= 0) traces.push({ type: "scatter", mode: "markers", name: "line of the slider", x: [all.x[place]], y: [all.y[place]], hoverinfo: "skip", marker: { symbol: "cross-thin-open", size: 17, color: colour("ink"), line: { width: 2.5, color: colour("ink") } } });
    const scale = (low, high, total) => {
      const shown = known.ticks.filter(([, , rate]) => rate >= 1.5 / total).filter(([value]) => value <= high);
      return { range: [low - 0.08, high], tickvals: [low, ...shown.map(([value]) => value)], ticktext: ["none", ...shown.map(([, text]) => text)] };
    };
    const bad = Math.max(...view.curves.map((curve) => curve.bad));
    return [traces, layout({
      hovermode: "closest",
      xaxis: axis("false positives: ham acted on", scale(all.x.at(-1), 0, all.ham)),
      yaxis: axis("misses: bad mail not acted on", scale(Math.min(...view.curves.map((curve) => curve.y[0])), 2.33, bad)),
    })];
  };

  const days = (drawn) => {
    const traces = [], names = { ham: "ham", bad: "bad mail", unknown: "no label" };
    const more = { grid: { rows: drawn.sides.length, columns: 1, pattern: "independent", ygap: 0.12 }, annotations: [], shapes: [] };
    const day = 86400000, end = new Date(Date.parse(drawn.start.at(-1)) + drawn.width * day).toISOString().slice(0, 10);
    drawn.sides.forEach((side, place) => {
      const number = place ? String(place + 1) : "";
      for (const action of [...ACTIONS].reverse()) {
        traces.push({
          type: "bar", name: action, legendgroup: action, showlegend: place === 0, xaxis: "x" + number, yaxis: "y" + number, x: drawn.start, y: side.proposed[action],
          width: drawn.width * day, offset: 0, marker: { color: colour(action) }, hovertemplate: `${action}: %{y:.3~g} a day<extra></extra>`,
        });
      }
      traces.push({
        type: "scatter", mode: "lines", name: "any action, as thresholds stand", legendgroup: "now", showlegend: place === 0, xaxis: "x" + number, yaxis: "y" + number,
        x: [...drawn.start, end], y: [...side.current, side.current.at(-1)], line: { shape: "hv", color: colour("ink"), width: 1.5 }, hovertemplate: "now: %{y:.3~g} a day<extra></extra>",
      });
      more["xaxis" + number] = axis("", { matches: place ? "x" : undefined, type: "date", range: [drawn.start[0], end], showticklabels: place === drawn.sides.length - 1 });
      more["yaxis" + number] = axis(`${names[side.kind]} a day`, { rangemode: "tozero", nticks: 5 });
      if (drawn.later !== null) more.shapes.push({ type: "line", xref: "x" + number, yref: `y${number} domain`, x0: drawn.later, x1: drawn.later, y0: 0, y1: 1, line: { color: colour("ink"), width: 1.5, dash: "dot" } });
    });
    if (drawn.later !== null) more.annotations.push({ x: drawn.later, yref: "paper", y: 1, yanchor: "bottom", xanchor: "right", showarrow: false, text: "kept for checking \u2192" });
    return [traces, layout({ ...more, barmode: "stack", bargap: 0, hovermode: "x unified", legend: { orientation: "h", x: 0, yref: "container", y: 0, yanchor: "bottom", traceorder: "reversed" } })];
  };

  const cost = (drawn) => {
    const unit = drawn.a_day ? "cost a day" : "cost of all mail tuned on";
    const traces = [{ type: "scatter", mode: "lines", name: "quarantine here", x: drawn.x, y: drawn.y, line: { color: colour("ink"), width: 2 }, hovertemplate: "%{y:,.4~g} at %{x:+.2f}<extra></extra>" }];
    const ends = [drawn.x[0], drawn.x.at(-1)];
    traces.push({ type: "scatter", mode: "lines", name: `as thresholds stand: ${Number(drawn.current.toPrecision(4))}`, x: ends, y: [drawn.current, drawn.current], line: { color: colour("quiet"), width: 1.5, dash: "dash" }, hoverinfo: "skip" });
    if (drawn.proposed_line !== null) traces.push({ type: "scatter", mode: "markers", name: `proposed: ${Number(drawn.proposed.toPrecision(4))}`, x: [drawn.proposed_line], y: [drawn.proposed], marker: { symbol: "square", size: 11, color: colour("quarantine") }, hoverinfo: "skip" });
    const shapes = drawn.flat.map(([, low, high]) => ({ type: "rect", layer: "below", yref: "paper", x0: low, x1: high, y0: 0, y1: 1, fillcolor: colour("flat"), opacity: 0.16, line: { width: 0 } }));
    const annotations = drawn.flat.map(([share, low], place) => ({ x: low, yref: "paper", y: 1 - 0.07 * place, xanchor: "left", yanchor: "top", showarrow: false, font: { size: 11 }, text: `within ${percent(share)}` }));
    return [traces, layout({ shapes, annotations, hovermode: "closest", xaxis: axis("quarantine line (margin in log-odds)"), yaxis: axis(unit) })];
  };

  const plot = (frame, [traces, drawn]) => Plotly.react(frame, traces, drawn, CONFIG);

  const views = known.views.map((view, place) => {
    const box = document.querySelector(`[data-view="${place}"]`);
    const slider = box.querySelector("input"), shown = box.querySelector("output");
    const lines = view.lines.filter((one) => one.line !== null);
    slider.min = view.edges[0];
    slider.max = view.edges.at(-1);
    slider.value = lines.length ? lines[0].line : 0;
    slider.disabled = false;
    const draw = () => {
      const line = Number(slider.value);
      shown.textContent = signed(line);
      slider.setAttribute("aria-valuetext", signed(line));
      tell(view, line, box.querySelector(".told"));
      plot(box.querySelector(".histogram"), histogram(view, line));
      plot(box.querySelector(".trade"), trade(view, line));
    };
    for (const one of lines) {
      const button = make("button", `${one.action} as proposed ${signed(one.line)}`, box.querySelector(".jumps"));
      button.type = "button";
      button.addEventListener("click", () => { slider.value = one.line; draw(); });
    }
    let due = false;
    slider.addEventListener("input", () => {
      if (!due) requestAnimationFrame(() => { due = false; draw(); });
      due = true;
    });
    return draw;
  });

  const all = () => {
    views.forEach((draw) => draw());
    if (known.days) plot(document.querySelector(".plot.days"), days(known.days));
    if (known.cost) plot(document.querySelector(".plot.cost"), cost(known.cost));
  };
  all();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", all);
  matchMedia("print").addEventListener("change", all);

  const copy = document.getElementById("copy");
  if (navigator.clipboard) {
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById("policy").textContent);
      copy.textContent = "Copied";
    });
  }
  document.documentElement.dataset.drawn = "all";
})();
