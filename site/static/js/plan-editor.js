/* The editor of a garden's plan: what is chosen, what was done and undone. The fields beside it are what is kept. */
(() => {
  "use strict";
  const { box, rectangle, spotBeside } = window.planShapes;
  const { Row, Mould } = window.planRows;
  const { Sheet } = window.planSheet;
  const { Hands } = window.planHands;
  const MOST_UNDO = 100;
  const NEW_SIZES = { plot: [40, 25], raised: [30, 15], path: [60, 10], hedge: [60, 10], shed: [30, 25], gate: [15, 5] };
  const OTHER_SIZE = [20, 20];

  class Editor {
    constructor(form) {
      this.form = form;
      this.said = Object.fromEntries(
        Object.entries(form.dataset)
          .filter(([name]) => name.startsWith("said"))
          .map(([name, words]) => [name.slice(4).toLowerCase(), words]),
      );
      this.step = Number(form.dataset.step);
      this.width = Number(form.dataset.width);
      this.height = Number(form.dataset.height);
      this.sheet = new Sheet(form.querySelector("[data-plan]"), this.said);
      this.moulds = {};
      form.querySelectorAll("[data-rows]").forEach((list) => {
        this.moulds[list.dataset.rows] = new Mould(list, this.said);
      });
      this.rows = new Map();
      form.querySelectorAll("[data-row]").forEach((element) => this.take(new Row(element, { said: this.said }), true));
      this.chosen = null;
      this.byCorners = false;
      this.done = [this.snapshot()];
      this.undone = [];
      this.isDirty = form.hasAttribute("data-unsaved");
      this.hands = new Hands(this.sheet, this);
      this.listen();
      form.classList.add("draw--scripted");
      form.querySelectorAll("[data-bar], [data-help]").forEach((part) => {
        part.hidden = false;
      });
      this.draw();
    }

    take(row, isStanding) {
      if (isStanding) row.fold();
      this.rows.set(row.key, row);
      this.sheet.add(row);
    }

    get keys() {
      return [...this.rows.values()].filter((row) => !row.state.removed).map((row) => row.key);
    }

    listen() {
      const { form } = this;
      form.addEventListener("click", (event) => {
        const choose = event.target.closest("[data-choose]");
        const button = event.target.closest("[data-do]");
        if (choose) this.choose(this.chosen?.key === choose.dataset.choose ? null : choose.dataset.choose);
        if (button) this.act(button.dataset.do);
      });
      form.addEventListener("change", (event) => {
        const row = this.rows.get(event.target.closest("[data-row]")?.dataset.row);
        if (!row) return;
        row.state = row.state;
        this.settle();
      });
      form.addEventListener("submit", () => {
        this.isDirty = false;
      });
      window.addEventListener("beforeunload", (event) => {
        if (this.isDirty) event.preventDefault();
      });
      document.addEventListener("keydown", (event) => this.shortcut(event));
    }

    shortcut(event) {
      const isTyping = event.target.matches("input:not([type=checkbox]), textarea");
      if (!(event.ctrlKey || event.metaKey) || isTyping) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      this.act(key === "y" || event.shiftKey ? "redo" : "undo");
    }

    act(name) {
      const acts = {
        undo: () => this.go(this.done, this.undone, this.said.undone),
        redo: () => this.go(this.undone, this.done, this.said.redone),
        plot: () => this.add("plot", "plot"),
        raised: () => this.add("plot", "raised"),
        feature: () => this.add("feature", this.form.querySelector("[data-kind]").value),
        corners: () => {
          this.byCorners = !this.byCorners;
          this.press("corners", this.byCorners);
        },
        remove: () => this.remove(),
        larger: () => this.press("larger", this.form.querySelector("[data-sheet]").classList.toggle("draw__sheet--larger")),
      };
      acts[name]();
      this.draw();
    }

    press(name, isPressed) {
      this.form.querySelector(`[data-do="${name}"]`).setAttribute("aria-pressed", String(isPressed));
    }

    choose(key) {
      if ((this.chosen?.key || null) === key) return;
      this.chosen?.open(false);
      this.chosen = key ? this.rows.get(key) : null;
      this.chosen?.open(true);
      this.chosen?.show();
      this.draw();
    }

    chooseNext(by) {
      const { keys } = this;
      const here = keys.indexOf(this.chosen?.key);
      const next = keys[(here + by + keys.length) % keys.length];
      this.choose(next);
      this.sheet.groups.get(next).focus();
    }

    change(corners, { whileDragging = false } = {}) {
      this.chosen.state = { ...this.chosen.state, corners };
      this.sheet.draw(this.chosen, true);
      this.sheet.hold(this.chosen, this.byCorners);
      if (!whileDragging) this.say(this.sheet.say(this.chosen));
    }

    add(list, kind) {
      const row = this.moulds[list].cast();
      const [width, height] = NEW_SIZES[kind] || OTHER_SIZE;
      const [x, y] = this.freeSpot(width, height);
      const numbers = [...this.rows.values()].filter((other) => other.isPlot).map((other) => Number(other.field("number").value));
      row.element.querySelectorAll("input[type=number]").forEach((field) => {
        field.value = "0";
      });
      row.state = {
        corners: rectangle({ x, y, width, height }),
        removed: false,
        number: String(Math.max(0, ...numbers) + 1),
        raised: kind === "raised",
        kind,
      };
      this.take(row);
      this.choose(row.key);
      this.settle();
      this.sheet.groups.get(row.key).focus();
      this.say(this.said.added.replace("{name}", row.name));
    }

    /* The first place, row by row, where nothing stands; else where no plot does; else the upper left corner. */
    freeSpot(width, height) {
      const standing = [...this.rows.values()].filter((row) => !row.state.removed);
      const boxes = (rows) => rows.map((row) => box(row.state.corners));
      const plots = standing.filter((row) => row.isPlot);
      const size = { width, height };
      return spotBeside(boxes(standing), size, this) || spotBeside(boxes(plots), size, this) || [0, 0];
    }

    addCorner(after) {
      const { corners } = this.chosen.state;
      const [x, y] = corners[after];
      const [nextX, nextY] = corners[(after + 1) % corners.length];
      const middle = [Math.round((x + nextX) / 2), Math.round((y + nextY) / 2)];
      this.change([...corners.slice(0, after + 1), middle, ...corners.slice(after + 1)], { whileDragging: true });
      const handle = `corner-${after + 1}`;
      this.sheet.handles.querySelector(`[data-handle="${handle}"]`)?.focus();
      return handle;
    }

    removeCorner(rank) {
      const { corners } = this.chosen.state;
      if (corners.length < 4) return;
      this.change(corners.filter((_corner, at) => at !== rank));
      this.settle();
    }

    remove() {
      const row = this.chosen;
      if (!row) return;
      if (row.element.hasAttribute("data-past")) {
        this.say(this.said.kept);
        return;
      }
      row.state = { ...row.state, removed: true };
      this.choose(null);
      this.settle();
      this.say(this.said.removed.replace("{name}", row.name));
      this.form.querySelector('[data-do="undo"]').focus();
    }

    snapshot() {
      return JSON.stringify([...this.rows.values()].map((row) => [row.key, row.state]));
    }

    /* Something is done: it can be undone from here. */
    settle() {
      const now = this.snapshot();
      if (now !== this.done.at(-1)) {
        this.done = [...this.done, now].slice(-MOST_UNDO);
        this.undone = [];
        this.isDirty = true;
      }
      this.draw();
    }

    go(from, to, words) {
      const isUndo = from === this.done;
      if (from.length < (isUndo ? 2 : 1)) return;
      to.push(from.pop());
      this.restore(JSON.parse(this.done.at(-1)));
      this.isDirty = true;
      this.say(words);
    }

    restore(states) {
      const known = new Map(states);
      this.rows.forEach((row) => {
        row.state = known.get(row.key) || { ...row.state, removed: true };
      });
      if (this.chosen?.state.removed) this.choose(null);
    }

    say(words) {
      this.form.querySelectorAll("[data-voice]").forEach((voice) => {
        voice.textContent = words;
      });
    }

    draw() {
      this.rows.forEach((row) => {
        row.tell();
        this.sheet.draw(row, row === this.chosen);
      });
      this.sheet.rove(this.keys, this.chosen?.key);
      this.sheet.hold(this.chosen, this.byCorners);
      this.form.querySelector('[data-do="undo"]').disabled = this.done.length < 2;
      this.form.querySelector('[data-do="redo"]').disabled = this.undone.length === 0;
      this.form.querySelector('[data-do="remove"]').disabled = !this.chosen;
      this.form.querySelector("[data-unsaved-note]").hidden = !this.isDirty;
    }
  }

  document.querySelectorAll("[data-draw]").forEach((form) => new Editor(form));
})();
