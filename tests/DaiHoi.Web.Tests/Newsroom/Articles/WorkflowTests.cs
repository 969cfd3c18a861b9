using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Platform.Access;

namespace DaiHoi.Web.Tests.Newsroom.Articles;

/// <summary>Who may take which step: every state, every role, own and another's.</summary>
public sealed class WorkflowTests
{
    // From a state, the steps that each may take. "own" is what a person wrote, "other" what somebody else did.
    [Theory]
    [InlineData("Draft", "reporter own", "Submitted")]
    [InlineData("Draft", "reporter other", "")]
    [InlineData("Draft", "editor own", "Submitted")]
    [InlineData("Draft", "editor other", "Submitted")]
    [InlineData("Draft", "publisher other", "Submitted")]
    [InlineData("Draft", "auditor other", "")]
    [InlineData("Draft", "administrator other", "")]
    [InlineData("Submitted", "reporter own", "TakenBack")]
    [InlineData("Submitted", "reporter other", "")]
    [InlineData("Submitted", "editor own", "TakenBack Returned")]
    [InlineData("Submitted", "editor other", "Returned Approved")]
    [InlineData("Submitted", "publisher other", "Returned")]
    [InlineData("Submitted", "auditor other", "")]
    [InlineData("Approved", "reporter own", "")]
    [InlineData("Approved", "editor other", "Returned")]
    [InlineData("Approved", "publisher own", "Returned ExpirySet ExpiryLifted")]
    [InlineData("Approved", "publisher other", "Returned Scheduled Published ExpirySet ExpiryLifted")]
    [InlineData("Approved", "administrator other", "")]
    [InlineData("Published", "reporter own", "")]
    [InlineData("Published", "editor other", "")]
    [InlineData("Published", "publisher own", "Withdrawn ExpirySet ExpiryLifted")]
    [InlineData("Published", "publisher other", "Withdrawn ExpirySet ExpiryLifted Corrected")]
    [InlineData("Withdrawn", "reporter own", "")]
    [InlineData("Withdrawn", "editor other", "Reopened")]
    [InlineData("Withdrawn", "publisher own", "Reopened")]
    public void Each_may_take_these_steps(string status, string who, string steps) =>
        Assert.Equal(steps, string.Join(' ', Allowed(status, who, onePerson: false)));

    [Theory]
    [InlineData("Submitted", "editor own", "TakenBack Returned Approved")]
    [InlineData("Approved", "publisher own", "Returned Scheduled Published ExpirySet ExpiryLifted")]
    [InlineData("Published", "publisher own", "Withdrawn ExpirySet ExpiryLifted Corrected")]
    public void In_a_newsroom_of_one_person_nobody_else_is_needed(string status, string who, string steps) =>
        Assert.Equal(steps, string.Join(' ', Allowed(status, who, onePerson: true)));

    [Theory]
    [InlineData("Draft", "reporter own", true)]
    [InlineData("Draft", "reporter other", false)]
    [InlineData("Draft", "editor other", true)]
    [InlineData("Submitted", "reporter own", false)]
    [InlineData("Submitted", "editor own", true)]
    [InlineData("Submitted", "editor other", true)]
    [InlineData("Approved", "editor other", false)]
    [InlineData("Approved", "publisher own", false)]
    [InlineData("Approved", "publisher other", true)]
    [InlineData("Published", "editor other", false)]
    [InlineData("Published", "publisher own", false)]
    [InlineData("Published", "publisher other", true)]
    [InlineData("Withdrawn", "publisher other", false)]
    public void Each_may_change_these_texts(string status, string who, bool may) =>
        Assert.Equal(may, Workflow.MayRevise(State(status), Who(who, onePerson: false)) == StepAnswer.Allowed);

    [Fact]
    public void A_refusal_says_whether_it_is_the_state_the_role_or_whose_it_is()
    {
        Assert.Equal(
            (StepAnswer.NotInThisState, StepAnswer.NotYourRole, StepAnswer.NeedsAnother),
            (
                Workflow.May(ArticleStepKind.Approved, State("Draft"), Who("editor other", onePerson: false)),
                Workflow.May(ArticleStepKind.Approved, State("Submitted"), Who("publisher other", onePerson: false)),
                Workflow.May(ArticleStepKind.Approved, State("Submitted"), Who("editor own", onePerson: false))
            )
        );
    }

    [Fact]
    public void Only_what_is_scheduled_can_be_taken_off_the_schedule()
    {
        var publisher = Who("publisher other", onePerson: false);
        var waiting = new ArticleState(ArticleStatus.Approved, IsScheduled: true);
        Assert.Equal(StepAnswer.Allowed, Workflow.May(ArticleStepKind.Unscheduled, waiting, publisher));
        Assert.Equal(StepAnswer.NotInThisState, Workflow.May(ArticleStepKind.Unscheduled, State("Approved"), publisher));
    }

    [Fact]
    public void A_role_on_another_organisation_says_nothing_here()
    {
        var elsewhere = new Person(7, "x", [new(Role.Editor, "/1/9/"), new(Role.Publisher, "/1/9/")]);
        var standing = Standing.Of(elsewhere, new Article { WriterId = 1 }, "/1/2/", onePerson: false);
        Assert.Equal((false, false, false), (standing.Edits, standing.Publishes, standing.Reads));
    }

    private static IEnumerable<ArticleStepKind> Allowed(string status, string who, bool onePerson) =>
        Enum.GetValues<ArticleStepKind>()
            .Where(kind => Workflow.May(kind, State(status), Who(who, onePerson)) == StepAnswer.Allowed);

    private static ArticleState State(string status) => new(Enum.Parse<ArticleStatus>(status), IsScheduled: false);

    private static Standing Who(string who, bool onePerson)
    {
        var role = Enum.Parse<Role>(who.Split(' ')[0], ignoreCase: true);
        var own = who.EndsWith("own", StringComparison.Ordinal);
        return Standing.Of(new(7, "x", [new(role, "/1/")]), new Article { WriterId = own ? 7 : 1 }, "/1/", onePerson);
    }
}
