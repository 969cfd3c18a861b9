using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Congresses.Day;

/// <summary>What kinds of items of an agenda are called.</summary>
internal static class AgendaWords
{
    public static string Of(AgendaStep step, Texts t) =>
        t[
            step switch
            {
                AgendaStep.Opening => "step-opening",
                AgendaStep.Presidium => "step-presidium",
                AgendaStep.Secretariat => "step-secretariat",
                AgendaStep.CredentialCommittee => "step-credential-committee",
                AgendaStep.Programme => "step-programme",
                AgendaStep.CredentialReport => "step-credential-report",
                AgendaStep.Report => "step-report",
                AgendaStep.Discussion => "step-discussion",
                AgendaStep.ElectionRules => "step-election-rules",
                AgendaStep.CandidateList => "step-candidate-list",
                AgendaStep.CountingBoard => "step-counting-board",
                AgendaStep.Ballot => "step-ballot",
                AgendaStep.Result => "step-result",
                AgendaStep.Resolution => "step-resolution",
                AgendaStep.Closing => "step-closing",
                AgendaStep.Other => "step-other",
                _ => throw new ArgumentOutOfRangeException(nameof(step)),
            }
        ];
}
