namespace DaiHoi.Web.Platform.Mail;

/// <summary>A letter to one person, in plain text.</summary>
/// <param name="To">an address</param>
/// <param name="Name">whose it is</param>
public sealed record Letter(string To, string Name, string Subject, string Text);
