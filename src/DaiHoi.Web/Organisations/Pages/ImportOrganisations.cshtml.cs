using System.Security.Cryptography;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations.Changing;
using DaiHoi.Web.Organisations.Import;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Server;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Organisations.Pages;

/// <summary>A file of organisations: brought, looked at, and taken in after a second word.</summary>
[For(Role.Administrator, OwnOnly = true)]
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
internal sealed class ImportOrganisations(
    DeskContext desk,
    DatabaseAddress address,
    OrganisationImport import,
    ImportRuns runs,
    OrganisationExport export,
    OrganisationTree tree
) : DeskPage(desk)
{
    public const string Path = "/to-chuc/nhap-du-lieu";
    private const long LargestRequest = 128 * 1024 * 1024;
    private const int MostShown = 100;

    /// <summary>An import that is over by then needs no page of its own.</summary>
    private static readonly TimeSpan Awaited = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    public ImportPlan? Plan { get; private set; }
    public string? Token { get; private set; }
    public string? FileName { get; private set; }
    public string RuleSet { get; private set; } = TreeRules.Usual;
    public string? On { get; private set; }
    public string? Decision { get; private set; }
    public EncodingChoice Encoding { get; private set; }
    public string? Problem { get; private set; }

    /// <summary>An import that is under way.</summary>
    public ImportRun? Run { get; private set; }

    public IEnumerable<(string What, IEnumerable<ImportNode> Nodes, int Count)> Parts =>
        new (string, IEnumerable<ImportNode>)[]
        {
            ("import-founded", Plan!.Founded),
            ("import-changed", Plan.Changed),
            ("import-moved", Plan.Moved),
            ("import-closed", Plan.Closed),
        }
            .Select(part => (part.Item1, part.Item2.Take(MostShown), part.Item2.Count()))
            .Where(part => part.Item3 > 0);

    public async Task<IActionResult> OnGetAsync(string? viec, CancellationToken stop)
    {
        Title = T["organisations-import"];
        if (!await IsOwnAsync(stop))
            return NotFound();
        return viec is not null && runs.Of(viec) is { } run ? Watch(viec, run) : Page();
    }

    /// <summary>Stops an import that is under way.</summary>
    public async Task<IActionResult> OnPostCancelAsync(string? token, CancellationToken stop)
    {
        Title = T["organisations-import"];
        if (!await IsOwnAsync(stop))
            return NotFound();
        if (token is null || runs.Of(token) is not { } run)
            return LocalRedirect(Path);
        run.Cancel();
        await Task.WhenAny(run.Work, Task.Delay(Awaited, stop));
        return Watch(token, run);
    }

    /// <summary>The tree in the columns of an import.</summary>
    public async Task<IActionResult> OnGetExportAsync(CancellationToken stop)
    {
        if (!await IsOwnAsync(stop))
            return NotFound();
        var file = new MemoryStream();
        await export.WriteCsvAsync(file, day: null, stop);
        file.Position = 0;
        return File(file, "text/csv; charset=utf-8", "to-chuc.csv");
    }

    public async Task<IActionResult> OnPostAsync(
        IFormFile? file,
        string? rules,
        string? on,
        string? decision,
        EncodingChoice encoding,
        CancellationToken stop
    )
    {
        Title = T["organisations-import"];
        if (!await IsOwnAsync(stop))
            return NotFound();
        Take(rules, on, decision, encoding);
        if (file is not { Length: > 0 })
            return Refused(T["import-file-missing"]);
        if (Wish() is not { } wish)
            return Refused(T["import-day"]);
        Directory.CreateDirectory(Folder);
        ForgetOldFiles();
        var kept = System.IO.Path.Combine(Folder, Guid.NewGuid().ToString("n"));
        await using (var written = System.IO.File.Create(kept))
            await file.CopyToAsync(written, stop);
        await using var brought = System.IO.File.OpenRead(kept);
        FileName = System.IO.Path.GetFileName(file.FileName);
        Token = Convert.ToHexStringLower(await SHA256.HashDataAsync(brought, stop));
        brought.Position = 0;
        Plan = await import.PlanAsync(brought, wish, stop);
        // By its content: the same file brought twice is one.
        System.IO.File.Move(kept, Kept(Token), overwrite: true);
        if (Plan.Faults.Count > 0)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    public async Task<IActionResult> OnPostConfirmAsync(
        string? token,
        string? name,
        string? rules,
        string? on,
        string? decision,
        EncodingChoice encoding,
        CancellationToken stop
    )
    {
        Title = T["organisations-import"];
        if (!await IsOwnAsync(stop))
            return NotFound();
        Take(rules, on, decision, encoding);
        if (token is not { Length: 64 } || !token.All(char.IsAsciiHexDigitLower) || !System.IO.File.Exists(Kept(token)))
            return Refused(T["import-file-gone"]);
        if (Wish() is not { } wish)
            return Refused(T["import-day"]);
        var run = runs.Begin(token, Actor, Kept(token), string.IsNullOrWhiteSpace(name) ? token : name, wish);
        await Task.WhenAny(run.Work, Task.Delay(Awaited, stop));
        (Token, FileName) = (token, name);
        return run.State == ImportState.Running ? LocalRedirect($"{Path}?viec={token}") : Watch(token, run);
    }

    // Without a script too: the page asks for itself again.
    private IActionResult Watch(string token, ImportRun run)
    {
        if (run.State == ImportState.Running)
        {
            (Run, Token) = (run, token);
            Response.Headers["Refresh"] = $"1; url={Path}?viec={token}";
            return Page();
        }
        runs.Forget(token);
        switch (run.State)
        {
            case ImportState.Cancelled:
                Problem = T["import-cancelled"];
                return Page();
            case ImportState.Failed:
                Problem = run.Trouble is { } trouble
                    ? T[trouble == StorageTrouble.Full ? "full-typed" : "busy-typed"]
                    : T["import-failed"];
                Response.StatusCode = run.Trouble is { } known
                    ? StorageTroubles.StatusOf(known)
                    : StatusCodes.Status500InternalServerError;
                return Page();
        }
        (Token, Plan) = (token, run.Plan);
        if (Plan!.Faults.Count > 0)
        {
            // Somebody has changed the tree between the two words.
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        System.IO.File.Delete(Kept(token));
        Done = Sentence("import-did");
        return LocalRedirect(BrowseTree.Path);
    }

    // What somebody looked at and never took in.
    private void ForgetOldFiles()
    {
        foreach (var file in Directory.EnumerateFiles(Folder))
        {
            if (System.IO.File.GetLastWriteTimeUtc(file) < Clock.UtcNow - KeptFor)
                System.IO.File.Delete(file);
        }
    }

    public string Sentence(string key) =>
        T[
            key,
            Number(Plan!.Founded.Count()),
            Number(Plan.Changed.Count()),
            Number(Plan.Moved.Count()),
            Number(Plan.Closed.Count()),
            Number(Plan.Unchanged.Count())
        ];

    public string Number(int value) => Formats.Number(value, English);

    private string Folder => System.IO.Path.Combine(address.Folder, "imports");

    private string Kept(string token) => System.IO.Path.Combine(Folder, token);

    // It may touch every tree: it is for those who administer all of them.
    private async Task<bool> IsOwnAsync(CancellationToken stop) => Person.MayChange((await tree.RootAsync(stop)).Path);

    private void Take(string? rules, string? on, string? decision, EncodingChoice encoding)
    {
        Encoding = encoding;
        RuleSet = rules is not null && TreeRules.Has(rules) ? rules : TreeRules.Usual;
        (On, Decision) = (string.IsNullOrWhiteSpace(on) ? null : on.Trim(), decision);
    }

    private ImportWish? Wish() =>
        ImportOrganisationsVerb.TryDay(On, out var day)
            ? new ImportWish(RuleSet, day, Decision: Decision, Encoding: Encoding)
            : null;

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Refused(string problem)
    {
        Problem = problem;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
