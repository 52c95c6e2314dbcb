import type { Template } from '../template.ts'

export const dpia: Template = {
  code: 'dpia',
  title: 'Data protection 2: impact assessment',
  topic: 'governance',
  audience: 'inside',
  purpose: 'A data protection impact assessment of the cancer register, with the risks we know of already written in.',
  usedBy: 'The lead and manager write it; the data protection officer advises; the partner signs',
  minutes: 90,
  sources: [
    'UK General Data Protection Regulation, in force since May 2018, articles 35 and 36',
    "Information Commissioner's Office, Data protection impact assessments, guidance, 2018 and later updates",
    'National Data Guardian, The Caldicott Principles, December 2020',
    'NHS England, DCB0129 and DCB0160, clinical risk management, 2018 and later updates',
    'NHS Digital, Hospital Episode Statistics disclosure control, 2018',
  ],
  reviewMonths: 12,
  aboutPerson: false,
  markdown: `> Use your organisation's form if it has one, and copy from here. Do this before the first real person is entered. If a high risk is left at the end, ask the Information Commissioner before you start.

**Project:** cancer register and action plan in Throughline, at {{practice.name}}\\
**Written by:** {{author.name}} on {{today}}\\
**Data protection officer:** {{ask.dpo|Name or office}}

## 1. Why an assessment is needed

- [x] Health data
- [x] Data brought together from more than one place
- [x] People who may be ill or frightened
- [ ] New technology, profiling or decisions by machine: **no**. The app makes no prediction about one person and decides nothing
- [ ] Data that leave the UK: **no**

## 2. What is done

People on the list who have or had cancer, about {{register.people}}. Identity, diagnosis, referrals, treatment, letters, needs, reviews, tasks. It comes from an export of the clinical system and from letters, is worked with by {{ask.users|How many people, which roles}}, and leaves only as letters for one person's care or as counts. A whole export to another system would be a decision of its own. The maker of the app receives no data and is not a processor. The flow is drawn in *Data protection 4*.

## 3. Who was asked

| Whom | When | What they said | What changed |
| --- | --- | --- | --- |
| People affected by cancer | | | |
| Staff who will use it | | | |
| Data protection officer | | | |
| Caldicott Guardian | | | |
| IT | | | |

## 4. Is it needed, and is it fair?

- **Why not the clinical system alone?** It shows one person at a time, and not what should have come and did not.
- **Least data:** only what a journey, a review or a figure needs. Free text is short. Fields not used here: {{ask.not-used|Fields you leave empty}}
- **Right:** each import is shown before it is kept, and can be taken back. Ten entries are checked each quarter.
- **No longer than needed:** {{ask.retention|How long, by which schedule}}
- **Told:** privacy notice (*Data protection 3*), letter to new people, poster
- **Lawful basis:** articles 6(1)(e) and 9(2)(h); implied consent for direct care. Agreed by the data protection officer: {{ask.basis-agreed|Date}}

## 5. People's rights

| Right | How |
| --- | --- |
| To be told | Privacy notice and letter |
| To see | One person's entries can be printed |
| To have it put right | Corrected in both places; history kept |
| To object | Talked through; "leave out of sharing" takes them out of figures that leave; objection to being listed: {{ask.objection|How you decide}} |
| To be removed | Health records are rarely removed; ask the data protection officer |

## 6. Risks

> Likely and harm: low, medium, high. "Left" is after the measure. Change the ratings to what is true here; add your own.

| Risk | Likely | Harm | What is done | Left |
| --- | --- | --- | --- | --- |
| Computer stolen | Medium | High | Encrypted file, encrypted disk, lock | Low |
| Somebody looks who should not | Medium | High | Own account, roles, trail read each month | |
| Passphrase shared or on a note | Medium | High | Short training; one account each | |
| Passphrase and recovery sheet both lost | Low | High | Two holders; procedure tried | |
| A plain export left on a drive | Medium | High | Few may make one; reason; deleted by a day | |
| Two people mixed up | Low | High | NHS number check; two people join entries | |
| Somebody missing from the list | Medium | High | Monthly search; unmatched rows looked at | |
| Old data taken as new | Medium | Medium | Date of the last import looked at each week; documents give their day | |
| Exact counts sent to a network in a sealed pack | Low | Medium | Only if agreed; passphrase by another route; named people | |
| A person found in a small number | Medium | Medium | Small counts hidden; compared with earlier reports; second reader | |
| Names typed into a document that goes out | Medium | High | Name fields refused; check before issue; second reader | |
| Lead of several practices sees other practices' names | Low | High | Counts only across practices | |
| A date or a wait worked out wrongly | Low | Medium | The rule and the dates stand with each figure; checked against letters | |
| Template taken as clinical advice | Low | Medium | Sources and dates; clinician decides | |
| Backup cannot be restored | Low | High | Restore tested each quarter | |
| Letter opened by somebody else | Medium | Medium | Call first; plain envelope | |

## 7. Clinical safety

Throughline handles information used in care. The organisation that uses it keeps its own hazard log (DCB0160 in England; elsewhere check locally). Clinical safety officer: {{ask.cso|Name}}. Log seen on {{ask.hazard-log|Date}}.

## 8. What must be done first

- [ ] Disk encryption and backup place confirmed
- [ ] Accounts and roles given; list kept
- [ ] Privacy notice up
- [ ] Everybody shown how: 30 minutes
- [ ] Asset register entry made
- [ ] Export rule agreed and written down

## 9. Decision

- Advice of the data protection officer: {{ask.dpo-advice|Advice, and whether it was taken}}
- Risks left and accepted: {{ask.risks-left|Which, and why}}
- High risk left: {{ask.high-risk|No, or date the Information Commissioner was asked}}
- Decided by {{ask.decided-by|Partner or director}} on {{ask.decided-on|Date}}

Looked at again {{document.review-due}}, and whenever what we do with the data changes.
`,
}
