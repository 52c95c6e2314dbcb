/**
 * The five objectives of a primary care cancer lead, in words of our own.
 *
 * Source: the role as it was set up for every primary care organisation (domain facts, section 9): to lead within the
 * organisation, to take part in the network, to shape service plans, to raise standards, and to make services answer to
 * those who need them.
 */
export const FIVE_OBJECTIVES = [
  { number: 1, title: 'Give cancer care a lead in our organisation', words: 'Lead in our organisation' },
  {
    number: 2,
    title: 'Take part in the network and speak there for our organisation',
    words: 'Be part of the network',
  },
  { number: 3, title: 'Help to shape the plans for local cancer services', words: 'Shape service plans' },
  { number: 4, title: 'Raise the standards of cancer care in primary care', words: 'Raise standards of care' },
  { number: 5, title: 'See that services respond to people affected by cancer', words: 'Respond to people affected' },
] as const
