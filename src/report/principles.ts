/** The ten principles of Executive S&OP, by their short names. */

export interface Principle {
  readonly number: number
  readonly name: string
  /** The principle in a sentence. */
  readonly says: string
}

export const PRINCIPLES: readonly Principle[] = [
  {
    number: 1,
    name: 'Executives take part',
    says: 'Executives take part in person, up to and including the leader of the business.',
  },
  {
    number: 2,
    name: 'Demand and supply balance',
    says: 'Demand and supply balance in the aggregate, operating plans agree with financial plans, and strategy reaches daily work.',
  },
  {
    number: 3,
    name: 'The cycle is monthly',
    says: 'The cycle is monthly, with room for revisions in mid-period when something major changes.',
  },
  {
    number: 4,
    name: 'Volume is aggregate',
    says: 'It works on aggregate volume; single products only rarely.',
  },
  {
    number: 5,
    name: 'Volume directs the mix',
    says: 'Volume plans direct the mix; both agree out to the planning time fence, inside which the products must be known.',
  },
  {
    number: 6,
    name: 'Units and money agree',
    says: 'It works in several units of measure, and converts operating plans into currency so that they agree with the financial plan.',
  },
  {
    number: 7,
    name: 'All functions take part',
    says: 'It is cross-functional: at least sales and marketing, operations and supply chain, product development, finance, and general management.',
  },
  {
    number: 8,
    name: 'Disagreement is resolved',
    says: 'Disagreement is natural; it is welcomed openly and resolved.',
  },
  {
    number: 9,
    name: 'Plans are commitments',
    says: 'The sales plan and the operations plan are commitments, and somebody is accountable for each.',
  },
  {
    number: 10,
    name: 'Families fit the market',
    says: 'Families follow how the market sees the products; other processes convert them into groupings that operations and supply chain can use.',
  },
]

export function principleOf(number: number | undefined): Principle | undefined {
  return PRINCIPLES.find((principle) => principle.number === number)
}
