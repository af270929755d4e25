/* The rows of fields beside the plan: what is posted, with or without this script. Each is one shape. */
(() => {
  "use strict";
  const { box, rectangle, fitted, read, written, surface } = window.planShapes;
  const SIDES = ["x", "y", "width", "height"];
  const FAR = 0.15; // a noted surface that differs by more asks to be looked at

  class Row {
    constructor(element, { said }) {
      this.element = element;
      this.key = element.dataset.row;
      this.said = said;
      this.isPlot = Boolean(this.field("number"));
    }

    field(name) {
      return this.element.querySelector(`[name="${name}-${this.key}"]`);
    }

    get isNew() {
      return this.key[0] === "n" || this.key[0] === "m";
    }

    get isBlank() {
      return this.isNew && SIDES.every((side) => this.field(side).value === "");
    }

    get typedBox() {
      return Object.fromEntries(SIDES.map((side) => [side, Number(this.field(side).value)]));
    }

    get kind() {
      return this.isPlot ? "plot" : this.field("kind").value;
    }

    get name() {
      if (!this.isPlot) {
        const chosen = this.field("kind").selectedOptions[0].textContent;
        return chosen[0].toUpperCase() + chosen.slice(1);
      }
      return `${this.said.plot} ${this.field("number").value || this.said.new}`;
    }

    /* What the fields say; a shape whose box was typed follows it. */
    get state() {
      const known = this.isPlot ? read(this.field("corners").value) : [];
      const corners = known.length > 2 ? fitted(known, this.typedBox) : rectangle(this.typedBox);
      return {
        corners,
        removed: this.field("remove").checked,
        number: this.isPlot ? this.field("number").value : "",
        raised: this.isPlot && this.field("raised").checked,
        kind: this.kind,
      };
    }

    set state({ corners, removed, number, raised, kind }) {
      const held = box(corners);
      SIDES.forEach((side) => {
        this.field(side).value = held[side];
      });
      this.field("remove").checked = removed;
      if (this.isPlot) {
        this.field("corners").value = written(corners);
        this.field("number").value = number;
        this.field("raised").checked = raised;
      } else {
        this.field("kind").value = kind;
      }
      this.tell();
    }

    /* The row's own words: its name, its surface, whether it goes. A new one that goes is not posted. */
    tell() {
      const { corners, removed } = this.state;
      this.element.hidden = removed;
      if (this.isNew) {
        this.element.querySelector("fieldset").disabled = removed;
      }
      this.element.querySelector("[data-choose]").textContent = this.name;
      const drawn = this.element.querySelector("[data-drawn]");
      if (drawn) {
        const squareMetres = surface(corners);
        drawn.textContent = `${squareMetres.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 })} m²`;
        const noted = Number(this.element.dataset.surface);
        const far = this.element.querySelector("[data-far]");
        if (far) far.hidden = !noted || Math.abs(squareMetres - noted) <= noted * FAR;
      }
    }

    /* With a script, a row folds: a button opens it and chooses its shape. */
    fold() {
      const legend = this.element.querySelector("[data-name]");
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.choose = this.key;
      button.setAttribute("aria-expanded", "false");
      legend.replaceChildren(button);
    }

    /* Only the list scrolls: the sheet must stay under the hand that holds a shape. */
    show() {
      const list = this.element.closest("[data-list]");
      if (list.scrollHeight > list.clientHeight) list.scrollTop = this.element.offsetTop - list.clientHeight / 3;
    }

    open(isOpen) {
      this.element.classList.toggle("draw__row--chosen", isOpen);
      this.element.querySelector("[data-choose]").setAttribute("aria-expanded", String(isOpen));
    }
  }

  /* The last row of each list is blank: it serves who has no script, and here as the mould of new ones. */
  class Mould {
    constructor(list, said) {
      this.list = list;
      this.said = said;
      this.element = list.lastElementChild;
      this.element.remove();
      this.letter = this.element.dataset.row[0];
      this.count = Math.max(
        0,
        ...[...list.querySelectorAll(`[data-row^="${this.letter}"]`)].map((row) => Number(row.dataset.row.slice(1))),
      );
    }

    cast() {
      this.count += 1;
      const key = `${this.letter}${this.count}`;
      const element = this.element.cloneNode(true);
      element.dataset.row = key;
      element.querySelectorAll("[name]").forEach((field) => {
        if (field.type === "hidden" && field.value === this.element.dataset.row) field.value = key;
        field.name = field.name.replace(/-[nm]\d+$/, `-${key}`);
      });
      this.list.append(element);
      const row = new Row(element, { said: this.said });
      row.fold();
      return row;
    }
  }

  window.planRows = { Row, Mould };
})();
