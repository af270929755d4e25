/* The sheet: each shape as a group that the keyboard reaches, and the handles of the one that is chosen. */
(() => {
  "use strict";
  const { box, rectangle, written } = window.planShapes;
  const SVG = "http://www.w3.org/2000/svg";

  const made = (name, attributes = {}) => {
    const element = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    return element;
  };

  class Sheet {
    constructor(svg, said) {
      this.svg = svg;
      this.said = said;
      this.shapes = svg.querySelector("[data-shapes]");
      this.handles = svg.querySelector("[data-handles]");
      this.groups = new Map();
      this.shapes.replaceChildren();
    }

    /* Where a pointer is, in decimetres. */
    at(event) {
      const point = new DOMPoint(event.clientX, event.clientY);
      const { x, y } = point.matrixTransform(this.svg.getScreenCTM().inverse());
      return [x, y];
    }

    add(row) {
      const group = made("g", { role: "button", tabindex: "-1", "data-shape": row.key });
      group.append(made("polygon"), made("text"));
      // Landmarks first: a plot stays on top of the path it touches.
      if (row.isPlot) this.shapes.append(group);
      else this.shapes.prepend(group);
      this.groups.set(row.key, group);
    }

    draw(row, isChosen) {
      const group = this.groups.get(row.key);
      const { corners, removed, raised, kind } = row.state;
      const held = box(corners);
      group.setAttribute("class", `draw__shape draw__shape--${kind}`);
      group.classList.toggle("draw__shape--raised", raised);
      group.classList.toggle("draw__shape--chosen", isChosen);
      group.classList.toggle("draw__shape--wrong", row.element.classList.contains("draw__row--wrong"));
      group.classList.toggle("draw__shape--gone", removed);
      group.setAttribute("aria-pressed", String(isChosen));
      group.setAttribute("aria-label", this.say(row));
      group.querySelector("polygon").setAttribute("points", written(corners));
      const text = group.querySelector("text");
      text.setAttribute("x", held.x + held.width / 2);
      text.setAttribute("y", held.y + held.height / 2);
      text.textContent = row.isPlot ? row.field("number").value : row.name;
    }

    say(row) {
      const held = box(row.state.corners);
      const facts = { name: row.name, ...held };
      return this.said.where.replace(/\{(\w+)\}/g, (_all, name) => facts[name]);
    }

    /* One stop of the Tab key for all shapes; the chosen one, else the first. */
    rove(keys, chosen) {
      this.groups.forEach((group) => group.setAttribute("tabindex", "-1"));
      const stop = this.groups.get(chosen || keys[0]);
      if (stop) stop.setAttribute("tabindex", "0");
    }

    /* The corners of the shape (with a place between each two for one more), or those of the box round it. */
    hold(row, byCorners) {
      const held = document.activeElement?.dataset?.handle;
      this.handles.replaceChildren();
      if (!row) return;
      const { corners } = row.state;
      const own = byCorners && row.isPlot;
      const name = row.name;
      (own ? corners : rectangle(box(corners))).forEach((corner, rank) => {
        this.grip(corner, `${own ? "corner" : "box"}-${rank}`, this.said.corner, { rank: rank + 1, name });
      });
      if (own) {
        corners.forEach(([x, y], rank) => {
          const [nextX, nextY] = corners[(rank + 1) % corners.length];
          this.grip([(x + nextX) / 2, (y + nextY) / 2], `middle-${rank}`, this.said.middle, { name });
        });
      }
      this.handles.querySelector(`[data-handle="${held}"]`)?.focus();
    }

    grip([x, y], handle, words, facts) {
      const grip = made("g", { class: `draw__grip draw__grip--${handle.split("-")[0]}`, role: "button", tabindex: "0" });
      grip.dataset.handle = handle;
      grip.setAttribute("aria-label", words.replace(/\{(\w+)\}/g, (_all, name) => facts[name]));
      const size = this.svg.viewBox.baseVal.width / 90;
      grip.append(made("circle", { class: "draw__reach", cx: x, cy: y, r: size * 2.4 }));
      grip.append(made("circle", { cx: x, cy: y, r: handle.startsWith("middle") ? size * 0.65 : size }));
      this.handles.append(grip);
    }
  }

  window.planSheet = { Sheet };
})();
