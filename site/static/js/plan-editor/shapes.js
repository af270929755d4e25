/* Shapes of a plan: lists of corners [x, y] in decimetres, x to the right and y down. Nothing here touches the page. */
(() => {
  "use strict";

  const box = (corners) => {
    const xs = corners.map((corner) => corner[0]);
    const ys = corners.map((corner) => corner[1]);
    const x = Math.min(...xs);
    const y = Math.min(...ys);
    return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
  };

  const rectangle = ({ x, y, width, height }) => [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];

  /* The same shape, moved and stretched so that a rectangle holds it; as the server does it. */
  const fitted = (corners, to) => {
    const from = box(corners);
    const scale = (length, before) => (before ? length / before : 1);
    return corners.map(([x, y]) => [
      Math.round(to.x + (x - from.x) * scale(to.width, from.width)),
      Math.round(to.y + (y - from.y) * scale(to.height, from.height)),
    ]);
  };

  const moved = (corners, dx, dy) => corners.map(([x, y]) => [x + dx, y + dy]);

  const read = (written) =>
    written
      .split(" ")
      .filter(Boolean)
      .map((point) => point.split(",").map(Number));

  const written = (corners) => corners.map((corner) => corner.join(",")).join(" ");

  const surface = (corners) => {
    const twice = corners.reduce((sum, [x1, y1], rank) => {
      const [x2, y2] = corners[(rank + 1) % corners.length];
      return sum + x1 * y2 - x2 * y1;
    }, 0);
    return Math.abs(twice) / 200;
  };

  /* To the next line of the grid that way: from 12, a step of 5 to the right goes to 15, then to 20. */
  const stepped = (from, by, step) =>
    by > 0 ? Math.floor((from + by) / step) * step : Math.ceil((from + by) / step) * step;

  const snapped = (value, step) => Math.round(value / step) * step;

  const within = (value, most) => Math.max(0, Math.min(value, most));

  /* The first place on the grid, row by row, that no box takes; null when there is none. */
  const spotBeside = (taken, size, plan) => {
    const isFree = (x, y) =>
      taken.every(
        (other) =>
          x >= other.x + other.width || other.x >= x + size.width || y >= other.y + other.height || other.y >= y + size.height,
      );
    for (let y = 0; y + size.height <= plan.height; y += plan.step) {
      for (let x = 0; x + size.width <= plan.width; x += plan.step) {
        if (isFree(x, y)) return [x, y];
      }
    }
    return null;
  };

  window.planShapes = { box, rectangle, fitted, moved, read, written, surface, stepped, snapped, within, spotBeside };
})();
