namespace DaiHoi.Web.Platform.Settings;

/// <summary>Through which letters leave, as <c>smtp://user:password@host:587</c> or <c>smtps://…:465</c> says.</summary>
/// <param name="Encrypted">from the first byte on; otherwise the connection is encrypted once the server offers it</param>
/// <param name="User">null sends without a sign-in</param>
/// <param name="From">who sends them</param>
public sealed record MailServer(string Host, int Port, bool Encrypted, string? User, string? Password, string From);
