const mostPixels = 16_000;

/** Offers a file to whoever sits at the browser. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  window.setTimeout(() => { URL.revokeObjectURL(address); }, 10_000);
}

/** Draws a picture of the server as PNG and offers it, twice as fine where a canvas is large enough. */
export async function savePng(address: string, name: string): Promise<void> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const { canvas, pen } = paper(image.naturalWidth, image.naturalHeight);
  pen.drawImage(image, 0, 0, image.naturalWidth, image.naturalHeight);
  await saveCanvas(canvas, name);
}

/** A canvas to draw on in pixels of the screen. */
export function paper(width: number, height: number): { canvas: HTMLCanvasElement; pen: CanvasRenderingContext2D } {
  const scale = Math.min(2, mostPixels / width, mostPixels / height);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("This browser draws no canvas.");
  pen.scale(scale, scale);
  return { canvas, pen };
}

export async function saveCanvas(canvas: HTMLCanvasElement, name: string): Promise<void> {
  const png = await new Promise<Blob | null>((done) => { canvas.toBlob(done, "image/png"); });
  if (png) saveFile(png, name);
}
