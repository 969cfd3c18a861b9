using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Reports.Papers.Pages;

/// <summary>What is printed where an organisation leaves a field empty.</summary>
/// <param name="Usual">what is printed where nobody above has set anything; null for nothing</param>
internal sealed record InheritedField(InheritedWords Words, string? Usual, Texts T);
