using System.Globalization;
using DaiHoi.Web.Organisations.Pages;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Organisations.Papers.Pages;

/// <summary>The register of an organisation: each number that a paper of it has, and those that are only reserved.</summary>
[For(Role.Administrator, Role.Auditor, Role.Officer, Role.Checker, Role.Head, OwnOnly = true)]
internal sealed class ReadNumbers(DeskContext desk, OrganisationTree tree, NumberRegister register) : DeskPage(desk)
{
    public KnownOrganisation Organisation { get; private set; } = null!;

    /// <summary>By type of paper and series.</summary>
    public List<IGrouping<(string Symbol, string Series), RegisteredNumber>> Registers { get; private set; } = [];

    public static string PathOf(long id) => string.Create(CultureInfo.InvariantCulture, $"{BrowseTree.Path}/{id}/so-van-ban");

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        if (
            await tree.FindAsync(id, stop) is not { } found
            || !Person.Is(found.Path, Role.Administrator, Role.Auditor, Role.Officer, Role.Checker, Role.Head)
        )
            return NotFound();
        (Organisation, Title) = (found, T["numbers-of", found.Name]);
        Registers = [.. (await register.ReadAsync(id, stop)).GroupBy(number => (number.Symbol, number.Series))];
        return Page();
    }
}
