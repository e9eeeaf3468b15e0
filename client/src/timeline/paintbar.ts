import { FADE_PX, PLAQUE, RING_RADIUS } from "./bars.ts";
import type { Brush } from "./brush.ts";
import { GLYPH_STROKE, GLYPHS } from "./glyphs.ts";
import { DATE_GAP } from "./labels.ts";
import type { Look } from "./look.ts";
import { patternOf } from "./patterns.ts";
import type { BarShape, PlaqueShape } from "./scene.ts";
import { setFace, TO_BASELINE } from "./type.ts";

const RULE = 1.25;
const TRANSITION = 1.75;
const TALLER = 3;
const FADE_STEP = 2;

/** A stretch of a bar: patterned between its rules, with a start bar, and fading past the knowledge date. */
export function paintBar(brush: Brush, bar: BarShape): void {
  const { ctx } = brush;
  const left = Math.max(bar.x1, -20);
  const right = Math.min(bar.x2, brush.edge + 20);
  if (right > left) paintStretch(brush, bar, left, right);
  if (bar.fades && bar.x2 < brush.edge + 20) {
    const alpha = ctx.globalAlpha;
    for (let step = 0; step < FADE_PX; step += FADE_STEP) {
      ctx.globalAlpha = alpha * (1 - (step + FADE_STEP / 2) / FADE_PX) ** 1.2;
      paintStretch(brush, bar, bar.x2 + step, bar.x2 + step + FADE_STEP);
    }
    ctx.globalAlpha = alpha;
  }
  if (bar.opens) paintTransition(brush, bar);
}

function paintStretch(brush: Brush, bar: BarShape, left: number, right: number): void {
  const { ctx, palette } = brush;
  const stroke = palette.stroke[bar.look];
  if (bar.look === "ended") {
    ctx.fillStyle = stroke;
    ctx.fillRect(left, bar.top + bar.height / 2 - 0.75, right - left, 1.5);
    return;
  }
  // The pattern belongs to the bar, not to the screen: it moves with it.
  const origin = Math.max(bar.x1, -5000);
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, bar.top, right - left, bar.height);
  ctx.clip();
  ctx.translate(origin, bar.top);
  const fill = (look: Look, top: number, height: number) => {
    ctx.fillStyle = patternOf(ctx, look, palette, brush.ratio);
    ctx.fillRect(left - origin, top, right - left, height);
  };
  if (bar.look === "partlyRatified") {
    const ratified = bar.height * bar.share;
    fill("signed", 0, bar.height - ratified);
    ctx.translate(0, bar.height - ratified);
    fill("ratified", 0, ratified);
    ctx.translate(0, ratified - bar.height);
  } else fill(bar.look, 0, bar.height);
  if (bar.look === "proposed") {
    ctx.strokeStyle = stroke;
    ctx.lineWidth = RULE;
    ctx.setLineDash([2, 2.5]);
    for (const y of [RULE / 2, bar.height - RULE / 2]) {
      ctx.beginPath();
      ctx.moveTo(0, y);
      ctx.lineTo(right - origin, y);
      ctx.stroke();
    }
    ctx.setLineDash([]);
  } else {
    ctx.fillStyle = stroke;
    ctx.fillRect(left - origin, 0, right - left, RULE);
    ctx.fillRect(left - origin, bar.height - RULE, right - left, RULE);
  }
  ctx.restore();
}

function paintTransition({ ctx, palette }: Brush, bar: BarShape): void {
  ctx.fillStyle = palette.stroke[bar.look === "partlyRatified" ? "ratified" : bar.look];
  ctx.fillRect(bar.x1 - TRANSITION / 2, bar.top - TALLER, TRANSITION, bar.height + 2 * TALLER);
  if (!bar.disputed) return;
  ctx.strokeStyle = palette.warn;
  ctx.lineWidth = 1.5;
  ctx.setLineDash([2.6, 2]);
  ctx.beginPath();
  ctx.arc(
    bar.x1,
    bar.top + bar.height / 2,
    Math.min(RING_RADIUS, bar.height / 2 + 5),
    0,
    2 * Math.PI,
  );
  ctx.stroke();
  ctx.setLineDash([]);
}

/** The word of a stretch with its glyph; text never sits on a pattern, so it brings its own flat ground. */
export function paintPlaque(brush: Brush, plaque: PlaqueShape): void {
  const { ctx, palette } = brush;
  const solid = plaque.inside && plaque.look === "inforce";
  const colour = solid ? palette.paper : palette.stroke[plaque.look];
  if (plaque.inside && !solid) {
    const onPaper = ["ratified", "suspended", "provisional", "ended"].includes(plaque.look);
    ctx.fillStyle = onPaper ? palette.paper : palette.fill[plaque.look];
    ctx.beginPath();
    ctx.roundRect(plaque.x + PLAQUE.start, plaque.y - 7, plaque.width - PLAQUE.start, 14, 2);
    ctx.fill();
  }
  paintGlyph(ctx, plaque.look, plaque.x + PLAQUE.glyph, plaque.y, colour);
  const x = plaque.x + PLAQUE.text;
  const y = plaque.y + TO_BASELINE;
  setFace(ctx, "bar", palette.family);
  ctx.fillStyle = colour;
  ctx.fillText(plaque.text, x, y);
  if (plaque.date === null) return;
  const dateX = x + ctx.measureText(plaque.text).width + DATE_GAP;
  setFace(ctx, "date", palette.family);
  ctx.fillStyle = palette.ink3;
  ctx.fillText(plaque.date, dateX, y);
}

const paths = new Map<string, Path2D>();

function pathOf(data: string): Path2D {
  let path = paths.get(data);
  if (!path) {
    path = new Path2D(data);
    paths.set(data, path);
  }
  return path;
}

/** A status glyph around a point. */
export function paintGlyph(
  ctx: CanvasRenderingContext2D,
  look: Look,
  x: number,
  y: number,
  colour: string,
): void {
  const glyph = GLYPHS[look];
  ctx.save();
  ctx.translate(x, y);
  ctx.strokeStyle = colour;
  ctx.fillStyle = colour;
  ctx.lineWidth = GLYPH_STROKE;
  if (glyph.dash) ctx.setLineDash([...glyph.dash]);
  ctx.stroke(pathOf(glyph.ring));
  ctx.setLineDash([]);
  if (glyph.fill) ctx.fill(pathOf(glyph.fill), "evenodd");
  if (glyph.stroke) ctx.stroke(pathOf(glyph.stroke));
  ctx.restore();
}
