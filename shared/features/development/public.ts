/** What other features may use of personal development: the areas of the role. */
export { AREA_CODES, AREAS, type Area, areaLabel } from './areas.ts'
