import { describe, expect, it } from 'vitest'
import { brokenReferences, type ReadBundle, schemaFaults, structureFaults } from '#tests/support/fhir-validator.ts'

/** What finds no fault proves nothing until it has been seen to find one. */
describe('what bundles are held against', { timeout: 60_000 }, () => {
  it.each([
    ['a date that FHIR does not write', { resourceType: 'Patient', birthDate: '14/03/1958' }, 'birthDate'],
    ['a month that does not exist', { resourceType: 'Patient', deceasedDateTime: '2026-13' }, 'deceasedDateTime'],
    ['a code outside a required list', { resourceType: 'Patient', gender: 'F' }, 'gender'],
    ['an element that is not in FHIR', { resourceType: 'Patient', surname: 'Ashworth' }, 'surname'],
    ['an id that is too long', { resourceType: 'Patient', id: 'x'.repeat(65) }, 'id'],
    ['a diagnosis of nobody', { resourceType: 'Condition' }, 'subject'],
    ['a kind of resource that does not exist', { resourceType: 'Persons' }, 'no resource'],
  ])('the schema finds %s', (_what, resource, where) => {
    expect(schemaFaults(resource).join(' ')).toContain(where)
  })

  it.each([
    ['a task without a status', { resourceType: 'Task', intent: 'order' }, 'status'],
    ['an encounter without a class', { resourceType: 'Encounter', status: 'finished' }, 'class'],
    ['an organisation that is nobody', { resourceType: 'Organization', active: true }, 'org-1'],
    [
      'a period that ends before it begins',
      {
        resourceType: 'Encounter',
        status: 'finished',
        class: { code: 'AMB' },
        period: { start: '2026-03-02', end: '2026-03-01' },
      },
      'per-1',
    ],
    [
      'a stage without a summary',
      { resourceType: 'Condition', subject: { display: 'x' }, stage: [{ type: { text: 'x' } }] },
      'con-1',
    ],
    ['an empty list', { resourceType: 'Patient', name: [] }, 'name'],
    ['a telephone of no kind', { resourceType: 'Patient', telecom: [{ value: '01632 960001' }] }, 'cpt-2'],
    ['a carer who is nobody', { resourceType: 'Patient', contact: [{ relationship: [{ text: 'x' }] }] }, 'pat-1'],
  ])('the structure finds %s', (_what, resource, where) => {
    expect(structureFaults(resource).join(' ')).toContain(where)
  })

  it('finds a reference that leads nowhere and an address that is there twice', () => {
    const patient = { fullUrl: 'urn:uuid:1', resource: { resourceType: 'Patient', id: '1' } }
    const condition = {
      fullUrl: 'urn:uuid:2',
      resource: { resourceType: 'Condition', id: '2', subject: { reference: 'urn:uuid:3' } },
    }
    const bundle = { resourceType: 'Bundle', type: 'collection', timestamp: '', entry: [patient, patient, condition] }
    expect(brokenReferences(bundle satisfies ReadBundle)).toEqual([
      'urn:uuid:1 is there twice',
      'Condition names urn:uuid:3, which is not there',
    ])
  })
})
