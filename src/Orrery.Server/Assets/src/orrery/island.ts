export function mount(element: HTMLElement): { disconnect(): void } {
  element.dataset.mounted = "true";
  return { disconnect() {} };
}
