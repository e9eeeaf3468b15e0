import type { Look } from "./look.ts";
import { mix, type Palette } from "./palette.ts";

type Tile = OffscreenCanvas | HTMLCanvasElement;

const SIZE: Partial<Record<Look, number>> = {
  proposed: 6,
  // Hatches are 7 and 4.5 px apart, measured across the lines.
  negotiating: 9.9,
  agreed: 6.4,
  signed: 4,
  ratified: 5,
  provisional: 4,
  suspended: 8,
};

const tiles = new Map<string, Tile>();
const patterns = new Map<string, CanvasPattern>();

/**
 * The fill of a look: a flat colour, or a pattern from a tile that is drawn once per theme and pixel ratio. Anchored at
 * the context's origin, so that whoever fills a bar moves the origin to its corner first.
 */
export function patternOf(
  ctx: CanvasRenderingContext2D,
  look: Look,
  palette: Palette,
  ratio: number,
): string | CanvasPattern {
  const size = SIZE[look];
  if (size === undefined) return palette.fill[look];
  const px = Math.max(1, Math.round(size * ratio));
  const key = `${look} ${px} ${palette.key}`;
  const kept = patterns.get(key);
  if (kept) return kept;
  let tile = tiles.get(key);
  if (!tile) {
    tile = drawTile(look, size, px, palette);
    tiles.set(key, tile);
  }
  const pattern = ctx.createPattern(tile, "repeat");
  if (!pattern) return palette.fill[look];
  // The tile is whole pixels; the pattern is stretched by what rounding took.
  const scale = size / px;
  pattern.setTransform(new DOMMatrix([scale, 0, 0, scale, 0, 0]));
  patterns.set(key, pattern);
  return pattern;
}

/** Forgets all tiles, as after a change of theme that kept its name. */
export function forgetTiles(): void {
  tiles.clear();
  patterns.clear();
}

function drawTile(look: Look, size: number, px: number, palette: Palette): Tile {
  const tile = document.createElement("canvas");
  tile.width = px;
  tile.height = px;
  const ctx = tile.getContext("2d");
  if (!ctx) return tile;
  ctx.scale(px / size, px / size);
  ctx.fillStyle = palette.fill[look];
  ctx.fillRect(0, 0, size, size);
  if (look === "proposed") drawDots(ctx, palette.stroke.proposed);
  else if (look === "negotiating" || look === "agreed") drawHatch(ctx, size, palette.stroke[look]);
  else if (look === "signed") {
    ctx.fillStyle = mix(palette.fill.signed, palette.stroke.signed, 0.55);
    ctx.fillRect(0, 1.5, size, 1);
  } else if (look === "ratified") {
    ctx.fillStyle = mix(palette.fill.ratified, palette.paper, 0.8);
    ctx.fillRect(0, 0, size, 0.9);
    ctx.fillRect(0, 0, 0.9, size);
  } else if (look === "provisional") {
    ctx.fillStyle = palette.paper;
    ctx.fillRect(0, 1.5, size, 1);
  } else if (look === "suspended") {
    ctx.fillStyle = palette.paper;
    ctx.fillRect(5, 0, 3, size);
  }
  return tile;
}

function drawDots(ctx: CanvasRenderingContext2D, colour: string): void {
  ctx.fillStyle = colour;
  for (const [x, y] of [
    [1.5, 1.5],
    [4.5, 4.5],
  ] as const) {
    ctx.beginPath();
    ctx.arc(x, y, 0.95, 0, 2 * Math.PI);
    ctx.fill();
  }
}

function drawHatch(ctx: CanvasRenderingContext2D, size: number, colour: string): void {
  ctx.strokeStyle = colour;
  ctx.globalAlpha = 0.62;
  ctx.lineWidth = 1.3;
  ctx.beginPath();
  // Three lines, so that the corners of the tile are whole.
  for (const shift of [-size, 0, size]) {
    ctx.moveTo(shift - 1, size + 1);
    ctx.lineTo(shift + size + 1, -1);
  }
  ctx.stroke();
  ctx.globalAlpha = 1;
}
