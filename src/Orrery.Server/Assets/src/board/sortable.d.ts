/** The part of SortableJS 1.15 that the board uses; it brings no types of its own. */
declare module "sortablejs" {
  interface Dropped {
    item: HTMLElement;
    from: HTMLElement;
    to: HTMLElement;
  }
  interface Options {
    group?: string;
    sort?: boolean;
    draggable?: string;
    filter?: string;
    preventOnFilter?: boolean;
    animation?: number;
    delay?: number;
    delayOnTouchOnly?: boolean;
    touchStartThreshold?: number;
    forceFallback?: boolean;
    fallbackOnBody?: boolean;
    fallbackTolerance?: number;
    ghostClass?: string;
    dragClass?: string;
    scroll?: boolean;
    bubbleScroll?: boolean;
    emptyInsertThreshold?: number;
    onStart?(event: Dropped): void;
    onEnd?(event: Dropped): void;
  }
  export default class Sortable {
    static get(element: HTMLElement): Sortable | undefined;
    static create(element: HTMLElement, options: Options): Sortable;
    destroy(): void;
  }
}
