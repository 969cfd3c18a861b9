using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Accounts.Pages;

/// <summary>The form for the code that is asked beside the password.</summary>
/// <param name="Typed">the code, where it was wrong</param>
/// <param name="Back">where one is led afterwards</param>
/// <param name="Sent">a form that came too late and goes along</param>
internal sealed record CodeForm(string? Typed, string? Back, string? Problem, SentForm? Sent, Texts T);
