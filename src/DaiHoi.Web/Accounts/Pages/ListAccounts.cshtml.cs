using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.Accounts.Pages;

/// <summary>Who can sign in, as far as it is the administrator's own organisations.</summary>
[For(Role.Administrator, Role.Auditor)]
internal sealed class ListAccounts(DeskContext desk, AccountList list) : DeskPage(desk)
{
    public const string Path = "/quan-tri/tai-khoan";

    public List<ListedAccount> Accounts { get; private set; } = [];
    public string? Words { get; private set; }
    public string? Next { get; private set; }
    public bool MayOpen => Person.IsAnywhere(Role.Administrator);

    public async Task OnGetAsync(string? q, string? sau, CancellationToken stop)
    {
        Title = T["accounts"];
        Words = q;
        Accounts = await list.FindAsync(Person, q, sau, stop);
        if (Accounts.Count <= AccountList.OnePage)
            return;
        Accounts.RemoveAt(AccountList.OnePage);
        Next = $"{Path}?q={Uri.EscapeDataString(q ?? "")}&sau={Uri.EscapeDataString(Accounts[^1].Name)}";
    }
}
