import { contextOf, type Drawn } from "./picture.ts";

/** Pixels of a picture to a px of the drawing. */
const SCALE = 2;

/**
 * A drawing as PNG, with two pixels to a px. Its shapes are drawn as a picture, and its texts over them with the page's
 * own fonts: a picture that brings its fonts along is often finished before they are. Rejects where the browser cannot.
 */
export async function rasterise({ svg, width, height }: Drawn): Promise<Blob> {
  const drawing = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  const texts = [...drawing.querySelectorAll("text")];
  const set = texts.map((text) => setterOf(text));
  for (const text of texts) text.remove();
  const shapes = new XMLSerializer().serializeToString(drawing);
  const url = URL.createObjectURL(new Blob([shapes], { type: "image/svg+xml" }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    const ctx = contextOf(width * SCALE, height * SCALE);
    ctx.scale(SCALE, SCALE);
    ctx.drawImage(image, 0, 0, width, height);
    for (const draw of set) draw(ctx);
    return await new Promise((resolve, reject) =>
      ctx.canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error("This browser makes no PNG."))),
        "image/png",
      ),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Reads all that says how a line of text is drawn, itself and around it, while it still stands in its drawing. */
function setterOf(text: Element): (ctx: CanvasRenderingContext2D) => void {
  const said = (name: string) => text.closest(`[${name}]`)?.getAttribute(name) ?? null;
  const number = (name: string) => Number(said(name) ?? 0);
  let x = number("x");
  let y = number("y");
  for (let at = text.parentElement; at; at = at.parentElement) {
    const [dx = 0, dy = 0] =
      at
        .getAttribute("transform")
        ?.match(/-?[\d.]+/g)
        ?.map(Number) ?? [];
    x += dx;
    y += dy;
  }
  const font = `${said("font-weight")} ${said("font-size")}px ${said("font-family")}`;
  const words = text.textContent;
  const halo = text.getAttribute("stroke");
  const narrow = said("font-stretch") === "100%" ? "normal" : "semi-condensed";
  const anchor =
    text.getAttribute("text-anchor") === "middle" ? "center" : text.getAttribute("text-anchor");
  const fill = said("fill") ?? "";
  const spacing = `${text.getAttribute("letter-spacing") ?? 0}px`;
  return (ctx) => {
    ctx.font = font;
    ctx.fontStretch = narrow;
    ctx.letterSpacing = spacing;
    ctx.textAlign = (anchor ?? "start") as CanvasTextAlign;
    if (halo) {
      ctx.strokeStyle = halo;
      ctx.lineWidth = 3;
      ctx.lineJoin = "round";
      ctx.strokeText(words, x, y);
    }
    ctx.fillStyle = fill;
    ctx.fillText(words, x, y);
  };
}
