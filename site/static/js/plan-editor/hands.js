/* Hands on the sheet: mouse, finger and keyboard, each turned into a change of the chosen shape. */
(() => {
  "use strict";
  const { box, fitted, moved, stepped, snapped, within } = window.planShapes;
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const LARGER = 5;

  class Hands {
    /* ``editor`` chooses, changes and removes; it says the step and the size of the plan. */
    constructor(sheet, editor) {
      this.sheet = sheet;
      this.editor = editor;
      this.drag = null;
      const { svg } = sheet;
      svg.addEventListener("pointerdown", (event) => this.down(event));
      svg.addEventListener("pointermove", (event) => this.move(event));
      svg.addEventListener("pointerup", () => this.up());
      svg.addEventListener("pointercancel", () => this.up());
      svg.addEventListener("keydown", (event) => this.key(event));
      svg.addEventListener("focusin", (event) => {
        const shape = event.target.closest("[data-shape]");
        if (shape) this.editor.choose(shape.dataset.shape);
      });
    }

    down(event) {
      const grip = event.target.closest("[data-handle]");
      const shape = event.target.closest("[data-shape]");
      if (!grip && !shape) return this.editor.choose(null);
      // A finger first chooses; only the chosen shape follows it, so that the page can still be scrolled.
      const followed = grip || event.pointerType === "mouse" || shape.dataset.shape === this.editor.chosen?.key;
      if (shape) this.editor.choose(shape.dataset.shape);
      if (!followed) return undefined;
      event.preventDefault();
      (grip || shape).focus({ preventScroll: true });
      let handle = grip?.dataset.handle;
      if (handle?.startsWith("middle")) handle = this.editor.addCorner(Number(handle.split("-")[1]));
      this.drag = { from: this.sheet.at(event), corners: this.editor.chosen.state.corners, handle };
      this.sheet.svg.setPointerCapture(event.pointerId);
      return undefined;
    }

    move(event) {
      if (!this.drag) return;
      const [x, y] = this.sheet.at(event);
      const { from, corners, handle } = this.drag;
      this.editor.change(this.changed(corners, handle, x - from[0], y - from[1]), { whileDragging: true });
    }

    up() {
      if (this.drag) this.editor.settle();
      this.drag = null;
    }

    /* The corners once a drag has gone so far. */
    changed(corners, handle, dx, dy) {
      if (!handle) return this.placed(corners, dx, dy);
      const [kind, rank] = handle.split("-");
      if (kind === "corner") {
        return corners.map(([x, y], at) => (at === Number(rank) ? this.onGrid(x + dx, y + dy) : [x, y]));
      }
      return this.resized(corners, Number(rank), (x, y) => this.onGrid(x + dx, y + dy));
    }

    onGrid(x, y) {
      const { step, width, height } = this.editor;
      return [within(snapped(x, step), width), within(snapped(y, step), height)];
    }

    /* Moved so that its upper left corner stands on the grid, and none of it leaves the plan. */
    placed(corners, dx, dy) {
      const held = box(corners);
      const { step, width, height } = this.editor;
      const x = within(snapped(held.x + dx, step), Math.max(0, width - held.width));
      const y = within(snapped(held.y + dy, step), Math.max(0, height - held.height));
      return moved(corners, x - held.x, y - held.y);
    }

    /* A corner of the box goes where ``goes`` says; the opposite one stays. */
    resized(corners, rank, goes) {
      const { x, y, width, height } = box(corners);
      const isRight = rank === 1 || rank === 2;
      const isLow = rank > 1;
      const [newX, newY] = goes(isRight ? x + width : x, isLow ? y + height : y);
      const least = this.editor.step;
      const wide = Math.max(least, isRight ? newX - x : x + width - newX);
      const high = Math.max(least, isLow ? newY - y : y + height - newY);
      return fitted(corners, { x: isRight ? x : x + width - wide, y: isLow ? y : y + height - high, width: wide, height: high });
    }

    key(event) {
      const grip = event.target.closest("[data-handle]");
      if (event.key === "Escape") return this.editor.choose(null);
      if (event.key === "PageDown" || event.key === "PageUp") {
        event.preventDefault();
        return this.editor.chooseNext(event.key === "PageDown" ? 1 : -1);
      }
      if (!this.editor.chosen) return undefined;
      if (event.key === "Delete" || event.key === "Backspace") {
        event.preventDefault();
        const corner = grip?.dataset.handle.match(/^corner-(\d+)$/);
        return corner ? this.editor.removeCorner(Number(corner[1])) : this.editor.remove();
      }
      const middle = grip?.dataset.handle.match(/^middle-(\d+)$/);
      if (middle && (event.key === "Enter" || event.key === " ")) {
        event.preventDefault();
        this.editor.addCorner(Number(middle[1]));
        return this.editor.settle();
      }
      const arrow = ARROWS[event.key];
      if (!arrow || event.altKey || event.ctrlKey || event.metaKey || middle) return undefined;
      event.preventDefault();
      this.editor.change(this.nudged(grip?.dataset.handle, arrow, event.shiftKey ? LARGER : 1));
      return this.editor.settle();
    }

    nudged(handle, [right, down], times) {
      const { step, width, height, chosen } = this.editor;
      const { corners } = chosen.state;
      const along = (from, way, most) => (way ? within(stepped(from, way * step * times, step), most) : from);
      if (!handle) {
        const held = box(corners);
        const x = along(held.x, right, Math.max(0, width - held.width));
        const y = along(held.y, down, Math.max(0, height - held.height));
        return moved(corners, x - held.x, y - held.y);
      }
      const goes = (x, y) => [along(x, right, width), along(y, down, height)];
      const [kind, rank] = handle.split("-");
      if (kind === "corner") return corners.map((corner, at) => (at === Number(rank) ? goes(...corner) : corner));
      return this.resized(corners, Number(rank), goes);
    }
  }

  window.planHands = { Hands };
})();
