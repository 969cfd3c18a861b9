using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Accounts.Pages;

/// <summary>The two forms by which one signs in, on whichever page they stand.</summary>
/// <param name="Name">as typed</param>
/// <param name="Back">where one is led afterwards</param>
/// <param name="Sent">a form that came too late and goes along</param>
internal sealed record SignInForms(string? Name, string? Back, string? Problem, SentForm? Sent, Texts T);
