import type { Template } from '../template.ts'

export const safetyNettingProtocol: Template = {
  code: 'safety-netting-protocol',
  title: 'Safety-netting protocol',
  topic: 'work',
  audience: 'inside',
  purpose: 'How no urgent referral, test or unexplained symptom is lost: who tracks it, by when, and what closes it.',
  usedBy: 'All clinicians; the person who tracks referrals',
  minutes: 40,
  sources: [
    'NICE guideline NG12, Suspected cancer: recognition and referral, June 2015 and later updates',
    'NICE diagnostics guidance DG56, Quantitative faecal immunochemical testing, August 2023',
    'NHS England, Network Contract DES, early cancer diagnosis, 2025/26 and 2026/27 (check the current year)',
    'National Cancer Diagnosis Audit 2014, British Journal of General Practice, 2018',
  ],
  reviewMonths: 12,
  aboutPerson: false,
  markdown: `## What we promise

Anyone we worry about leaves knowing **what we are thinking of, what happens next, by when, and whom to ring if it does not**. From then on it is our job to notice, not theirs.

Today: outcome known within 62 days for {{measure.safety-net-outcome.value}} of urgent referrals ({{measure.safety-net-outcome.range}}); tracking tasks done by their day: {{measure.safety-net-tasks.value}}.

> In a national audit of people diagnosed in 2014 safety netting was on record for fewer than half.

## Who

- **Tracks:** {{ask.tracker|Who tracks referrals}}; when away {{ask.tracker-deputy|Who steps in}}
- **Clinician for the tracker's questions:** {{ask.duty|Who is asked each day}}
- **Answers for this protocol:** {{author.name}}

## 1. In the consultation

- [ ] Say the word cancer, kindly, when that is why you refer
- [ ] Check telephone number, dates away, language, and who may take a message
- [ ] Say it could need several tests and that most people turn out not to have cancer
- [ ] Give the leaflet or text
- [ ] Write what would make you think again, and when

## 2. Urgent suspected cancer referrals

| Day | What | Who |
| --- | --- | --- |
| 0 | Referral sent, tests that the pathway asks for ordered, tracking begun | Referrer |
| 2 | Hospital has it. If not, ring | Tracker |
| 7 | Appointment known. If not, ring, then tell the person | Tracker |
| 14 | Has the person been seen? | Tracker |
| 28 | Told, one way or the other? | Tracker, then clinician |
| 42 | No outcome on record: clinician decides | Clinician |

> The days are ours, for our own list. The official clock is the trust's. In England the standards are 28 days to be told and 62 to be treated; Scotland, Wales and Northern Ireland have their own.

## 3. What closes a referral

| What happened | What we do |
| --- | --- |
| Seen in the fast-track clinic | Wait for the letter; then a clinician closes it |
| Rejected by the hospital | Clinician the same day: send again, ask advice, or another way |
| Person did not attend | Ring the person the same day. Ask why. Rebook |
| Person cancelled | Ring. Rebook within two weeks, or write down an informed no |
| Hospital cancelled | Tracker gets a new date the same day |
| Downgraded | Clinician agrees, or says why not |

Nothing closes by itself. A clinician closes each referral, by name, after reading the letter or speaking to the person.

## 4. Tests

- [ ] Whoever orders a test is the one to whom it comes back, or names who it is
- [ ] Tests that have not come back are listed each week: {{ask.test-list|Who lists tests not come back}}
- [ ] Stool test kits given and not returned: a call after {{ask.kit-days|Days until you ring about a kit}} days
- [ ] A normal test does not close a symptom that goes on
- [ ] A chest X-ray or scan with "suggest" in its report becomes a task

## 5. Symptoms without a name yet

- [ ] "Come back if" has a date and a reason
- [ ] Third time with the same symptom: another clinician looks afresh
- [ ] Vague but worrying: the non-specific symptoms pathway, {{ask.nss-route|Local non-specific symptoms route}}
- [ ] People who find it hard to come back are rung by us

## 6. People who slip

Give extra care to those who are homeless, in prison or newly out, with learning disability, dementia or severe mental illness, carers with no time, people who move often, and people who do not read English. The tracker marks them, and rings rather than writes.

## 7. Each month

- [ ] Count: sent, seen, no outcome past 42 days, missed, rejected
- [ ] Look at two at random from start to end
- [ ] Anything that slipped becomes a learning event

Starts {{ask.from|Date it starts}}. Read again {{document.review-due}}.
`,
}
