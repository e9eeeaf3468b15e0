const FADE_MS = 120;

/**
 * Keeps what a canvas shows above it and lets it fade, so that what is painted next appears to grow out of it. One copy and no frames of
 * its own. Nothing for readers who want less motion.
 */
export function fadeOut(canvas: HTMLCanvasElement): void {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches || canvas.width === 0) return;
  const ghost = document.createElement("canvas");
  ghost.width = canvas.width;
  ghost.height = canvas.height;
  ghost.getContext("2d", { alpha: false })?.drawImage(canvas, 0, 0);
  ghost.className = "timeline-ghost";
  ghost.style.cssText += canvas.style.cssText;
  canvas.after(ghost);
  const fading = ghost.animate([{ opacity: 1 }, { opacity: 0 }], FADE_MS);
  fading.onfinish = () => ghost.remove();
  fading.oncancel = () => ghost.remove();
}
