using System.Net.Sockets;
using DaiHoi.Web.Platform.Settings;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace DaiHoi.Web.Platform.Mail;

/// <summary>Sends letters through the server of the settings; where none is set, each stands in the log instead.</summary>
public sealed class Mailer(SiteSettings settings, ILogger<Mailer> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Sends them one after the other, over one connection.</summary>
    /// <param name="sent">told of each letter that is done with: the server has taken it, or refused it for good</param>
    public async Task<Delivery> SendAsync(IReadOnlyList<Letter> letters, Func<Letter, Task> sent, CancellationToken stop)
    {
        if (letters.Count == 0)
            return Delivery.Done;
        if (settings.Mail is not { } server)
        {
            foreach (var letter in letters)
            {
                log.LogInformation(
                    "No mail server is set; this letter to {Name} was not sent: {Subject}\n{Text}",
                    letter.Name,
                    letter.Subject,
                    letter.Text
                );
                await sent(letter);
            }
            return Delivery.Done;
        }
        try
        {
            using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
            await client.ConnectAsync(server.Host, server.Port, Security(server), stop);
            if (server.User is { } user)
                await client.AuthenticateAsync(user, server.Password ?? "", stop);
            var delivery = Delivery.Done;
            foreach (var letter in letters)
            {
                if (await IsDoneAsync(client, server, letter, stop))
                    await sent(letter);
                else
                    delivery = Delivery.SomeLater;
            }
            await client.DisconnectAsync(quit: true, stop);
            return delivery;
        }
        catch (Exception problem)
            when (problem
                    is IOException
                        or SocketException
                        or TimeoutException
                        or SslHandshakeException
                        or AuthenticationException
                        or ProtocolException
                        or CommandException
                        or ServiceNotConnectedException
                        or NotSupportedException
            )
        {
            log.LogWarning(problem, "Letters could not be sent through {Host}:{Port}", server.Host, server.Port);
            return Delivery.Unreachable;
        }
    }

    // One address that the server does not want keeps the letters of nobody else; "later" (4xx) is asked again.
    private async Task<bool> IsDoneAsync(SmtpClient client, MailServer server, Letter letter, CancellationToken stop)
    {
        try
        {
            using var message = new MimeMessage();
            message.From.Add(MailboxAddress.Parse(server.From));
            message.To.Add(new MailboxAddress(letter.Name, letter.To));
            message.Subject = letter.Subject;
            message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
            message.Body = new TextPart("plain") { Text = letter.Text };
            await client.SendAsync(message, stop);
            return true;
        }
        catch (ParseException problem)
        {
            log.LogWarning(problem, "The address of {Name} is none", letter.Name);
            return true;
        }
        catch (SmtpCommandException problem) when (client.IsConnected)
        {
            log.LogWarning(problem, "The letter to {Name} was refused", letter.Name);
            return (int)problem.StatusCode >= 500;
        }
    }

    // A password never goes over an open line.
    private static SecureSocketOptions Security(MailServer server) =>
        server.Encrypted ? SecureSocketOptions.SslOnConnect
        : server.User is null ? SecureSocketOptions.StartTlsWhenAvailable
        : SecureSocketOptions.StartTls;
}
