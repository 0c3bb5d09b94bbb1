/** Opens the printer's dialog for what the page shows on paper. */
export function printPage(): void {
  window.print();
}
