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

/** Draws an SVG that stands on its own and offers it as PNG, twice as fine where a canvas is large enough. */
export async function savePng(svg: string, name: string): Promise<void> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(2, mostPixels / image.naturalWidth, mostPixels / image.naturalHeight);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const png = await new Promise<Blob | null>((done) => { canvas.toBlob(done, "image/png"); });
  if (png) saveFile(png, name);
}
