/** What people can eat, by the word it is kept under. */
export const DIETS: Readonly<Record<string, string>> = {
  vegetarian: 'vegetariano',
  vegan: 'vegano',
  'gluten-free': 'sin gluten',
  'nut-free': 'sin frutos secos',
  'lactose-free': 'sin lactosa',
  'dairy-free': 'sin lácteos',
  halal: 'halal',
  kosher: 'kosher',
  pescatarian: 'pescetariano',
  'step-free': 'sin escalones',
};
