/** Groups of people: who is told. `recipientsOf` says who belongs to each. */
export type Group =
  | 'contributors and signatories'
  | 'organisation'
  | 'assignee'
  | 'assignee or managers'
  | 'assessors, while nobody has the case'
  | 'assignee before'
  | 'recommender and assignee'
  | 'second persons'
  | 'managers'
  | 'person'
  | 'person, whoever did it'
  | 'person without a password'
  | 'person with a password';
