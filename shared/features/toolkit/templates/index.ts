import type { Template } from '../template.ts'
import { assetRegisterEntry } from './asset-register-entry.ts'
import { bereavementProtocol } from './bereavement-protocol.ts'
import { brainstormSession } from './brainstorm-session.ts'
import { briefingHandout } from './briefing-handout.ts'
import { briefingSession } from './briefing-session.ts'
import { businessCase } from './business-case.ts'
import { careReviewClinic } from './care-review-clinic.ts'
import { careReviewInvitation } from './care-review-invitation.ts'
import { dataFlowMap } from './data-flow-map.ts'
import { developmentPlan } from './development-plan.ts'
import { dpia } from './dpia.ts'
import { earlyDiagnosisPlan } from './early-diagnosis-plan.ts'
import { firstHundredDays } from './first-hundred-days.ts'
import { fiveObjectives } from './five-objectives.ts'
import { hospitalLettersAsk } from './hospital-letters-ask.ts'
import { learningEvent } from './learning-event.ts'
import { letterAudit } from './letter-audit.ts'
import { localSituationProfile } from './local-situation-profile.ts'
import { meetingAgenda } from './meeting-agenda.ts'
import { meetingMinutes } from './meeting-minutes.ts'
import { needsAssessmentSetUp } from './needs-assessment-set-up.ts'
import { patientInformationLetter } from './patient-information-letter.ts'
import { peopleToKnow } from './people-to-know.ts'
import { practiceVisit } from './practice-visit.ts'
import { privacyNotice } from './privacy-notice.ts'
import { registerProtocol } from './register-protocol.ts'
import { reportCoverLetter } from './report-cover-letter.ts'
import { safetyNettingProtocol } from './safety-netting-protocol.ts'
import { sessionEvaluation } from './session-evaluation.ts'
import { sessionFeedback } from './session-feedback.ts'
import { sessionPlan } from './session-plan.ts'
import { stepInEarly } from './step-in-early.ts'
import { successionHandover } from './succession-handover.ts'
import { surveyPatientsResults } from './survey-patients-results.ts'
import { surveyPatients } from './survey-patients.ts'
import { surveyStaffResults } from './survey-staff-results.ts'
import { surveyStaff } from './survey-staff.ts'
import { tenThings } from './ten-things.ts'
import { treatmentSummaryRequest } from './treatment-summary-request.ts'
import { wellbeingEventInvitation } from './wellbeing-event-invitation.ts'

/** Every template that comes with the app, in the order the library shows within a topic. */
export const TEMPLATES: readonly Template[] = [
  fiveObjectives,
  firstHundredDays,
  briefingSession,
  briefingHandout,
  localSituationProfile,
  peopleToKnow,
  stepInEarly,
  brainstormSession,
  earlyDiagnosisPlan,
  registerProtocol,
  safetyNettingProtocol,
  careReviewClinic,
  needsAssessmentSetUp,
  practiceVisit,
  meetingAgenda,
  meetingMinutes,
  learningEvent,
  reportCoverLetter,
  letterAudit,
  hospitalLettersAsk,
  treatmentSummaryRequest,
  patientInformationLetter,
  careReviewInvitation,
  wellbeingEventInvitation,
  tenThings,
  surveyPatients,
  surveyPatientsResults,
  surveyStaff,
  surveyStaffResults,
  bereavementProtocol,
  developmentPlan,
  sessionPlan,
  sessionFeedback,
  sessionEvaluation,
  businessCase,
  successionHandover,
  assetRegisterEntry,
  dpia,
  privacyNotice,
  dataFlowMap,
]
