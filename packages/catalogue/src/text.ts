/** A file of the catalogue as text: one that stands in a folder, or one that a city has taken. */
export interface CatalogueText {
  readonly kind: 'department' | 'service' | 'package';
  /** How problems name it: permits/catalogue.yaml. */
  readonly label: string;
  readonly text: string;
}
