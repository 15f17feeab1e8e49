export interface Company {
  readonly things: readonly unknown[];
}
export function company(size: number, seed?: number): Company;
export function orreryAt(made: Company, at?: string | null): unknown;
