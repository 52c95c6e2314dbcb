import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { entrySentence } from '#shared/features/audit/words.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

describe('the trail of a document', () => {
  it('says in which state it went out and for whom, and never what it is called', async () => {
    const { toolkit, audit } = test.client
    const { id, version } = await toolkit.create({
      templateCode: null,
      title: 'About Maureen Ashworth',
      audience: 'outside',
    })
    await toolkit.printed({ documentId: id })
    const { issue } = await toolkit.issue({ id, version, purpose: 'For Maureen Ashworth' })
    await toolkit.printed({ documentId: id, issueId: issue.id })
    const entries = await audit.page({ limit: 4 })
    expect(entries.map(({ sentence }) => sentence)).toEqual([
      'Printed an issue of a document for readers outside the practice',
      'Issued a document for readers outside the practice: issue 1',
      'Printed the draft of a document for readers outside the practice',
      'Began a document',
    ])
    expect(JSON.stringify(entries)).not.toContain('Ashworth')
    expect(entries[0]).toMatchObject({ userName: 'Dr Anjali Rao', verb: 'print' })
  })

  it.each([
    ['toolkit.exportFile', { issueId: null, format: 'docx', audience: 'inside' }, 'for the practice to a file: Word'],
    ['toolkit.exportFile', {}, 'Wrote the draft of a document to a file'],
    ['papers.export', { document: 'plan', formats: ['docx', 'poster'] }, 'the action plan to files: Word, A3 poster'],
    ['papers.export', {}, 'Wrote a document to files'],
    ['toolkit.issue', { number: 'x' }, 'Issued a document'],
  ])('%s of %j', (method, detail, words) => {
    expect(entrySentence(method, detail)).toContain(words)
  })
})
