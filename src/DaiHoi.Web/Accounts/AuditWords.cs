using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Accounts;

/// <summary>What was done, in words; and what it was before and after, side by side.</summary>
internal static class AuditWords
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The deeds of the program, as they stand in the log, for the field that asks for one.</summary>
    public static readonly string[] Known =
    [
        "account.opened",
        "account.closed",
        "account.reopened",
        "account.locked",
        "name.locked",
        "address.locked",
        "organisation.founded",
        "organisation.renamed",
        "organisation.moved",
        "organisation.split",
        "organisation.merged",
        "organisation.dissolved",
        "organisation.level-removed",
        "organisation.corrected",
        "organisation.imported",
        "role.granted",
        "role.taken-back",
        "session.begun",
        "sessions.ended",
        "password.set",
        "password.changed",
        "password-link.given",
        "codes.turned-on",
        "codes.turned-off",
        "recovery-codes.renewed",
        "passkey.added",
        "passkey.removed",
        "audit.exported",
        "article.written",
        "article.revised",
        "article.restored",
        "article.submitted",
        "article.taken-back",
        "article.returned",
        "article.approved",
        "article.scheduled",
        "article.unscheduled",
        "article.published",
        "article.withdrawn",
        "article.expired",
        "article.expiry-set",
        "article.expiry-lifted",
        "article.corrected",
        "article.reopened",
        "campaign.opened",
        "congress.recorded",
        "congress.accepted",
        "congress.returned",
        "congress.withdrawn",
        "congresses.imported",
        "figure.cited",
        "frame.named",
        "frame.sections",
        "frame.menu",
        "frame.links",
        "frame.home",
        "frame.notices",
        "frame.footer",
        "frame.logo",
        "page.saved",
        "document.added",
        "document.changed",
        "document.removed",
        "picture.added",
        "picture.described",
        "attachment.added",
        "attachment.described",
    ];

    /// <summary>The deed in words; one that nobody has put into words stays as it is written.</summary>
    public static string Of(string action, Texts t) =>
        action switch
        {
            "account.opened" => t["deed-account-opened"],
            "account.closed" => t["deed-account-closed"],
            "account.reopened" => t["deed-account-reopened"],
            "account.locked" => t["deed-account-locked"],
            "name.locked" => t["deed-name-locked"],
            "address.locked" => t["deed-address-locked"],
            "organisation.founded" => t["deed-organisation-founded"],
            "organisation.renamed" => t["deed-organisation-renamed"],
            "organisation.moved" => t["deed-organisation-moved"],
            "organisation.split" => t["deed-organisation-split"],
            "organisation.merged" => t["deed-organisation-merged"],
            "organisation.dissolved" => t["deed-organisation-dissolved"],
            "organisation.level-removed" => t["deed-organisation-level-removed"],
            "organisation.corrected" => t["deed-organisation-corrected"],
            "organisation.imported" => t["deed-organisation-imported"],
            "role.granted" => t["deed-role-granted"],
            "role.taken-back" => t["deed-role-taken-back"],
            "session.begun" => t["deed-session-begun"],
            "sessions.ended" => t["deed-sessions-ended"],
            "password.set" => t["deed-password-set"],
            "password.changed" => t["deed-password-changed"],
            "password-link.given" => t["deed-password-link-given"],
            "codes.turned-on" => t["deed-codes-turned-on"],
            "codes.turned-off" => t["deed-codes-turned-off"],
            "recovery-codes.renewed" => t["deed-recovery-codes-renewed"],
            "passkey.added" => t["deed-passkey-added"],
            "passkey.removed" => t["deed-passkey-removed"],
            "audit.exported" => t["deed-audit-exported"],
            "article.written" => t["deed-article-written"],
            "article.revised" => t["deed-article-revised"],
            "article.restored" => t["deed-article-restored"],
            "article.submitted" => t["deed-article-submitted"],
            "article.taken-back" => t["deed-article-taken-back"],
            "article.returned" => t["deed-article-returned"],
            "article.approved" => t["deed-article-approved"],
            "article.scheduled" => t["deed-article-scheduled"],
            "article.unscheduled" => t["deed-article-unscheduled"],
            "article.published" => t["deed-article-published"],
            "article.withdrawn" => t["deed-article-withdrawn"],
            "article.expired" => t["deed-article-expired"],
            "article.expiry-set" => t["deed-article-expiry-set"],
            "article.expiry-lifted" => t["deed-article-expiry-lifted"],
            "article.corrected" => t["deed-article-corrected"],
            "article.reopened" => t["deed-article-reopened"],
            "campaign.opened" => t["deed-campaign-opened"],
            "congress.recorded" => t["deed-congress-recorded"],
            "congress.accepted" => t["deed-congress-accepted"],
            "congress.returned" => t["deed-congress-returned"],
            "congress.withdrawn" => t["deed-congress-withdrawn"],
            "congresses.imported" => t["deed-congresses-imported"],
            "figure.cited" => t["deed-figure-cited"],
            "frame.named" => t["deed-frame-named"],
            "frame.sections" => t["deed-frame-sections"],
            "frame.menu" => t["deed-frame-menu"],
            "frame.links" => t["deed-frame-links"],
            "frame.home" => t["deed-frame-home"],
            "frame.notices" => t["deed-frame-notices"],
            "frame.footer" => t["deed-frame-footer"],
            "frame.logo" => t["deed-frame-logo"],
            "page.saved" => t["deed-page-saved"],
            "document.added" => t["deed-document-added"],
            "document.changed" => t["deed-document-changed"],
            "document.removed" => t["deed-document-removed"],
            "picture.added" => t["deed-picture-added"],
            "picture.described" => t["deed-picture-described"],
            "attachment.added" => t["deed-attachment-added"],
            "attachment.described" => t["deed-attachment-described"],
            _ => action,
        };

    /// <summary>Each value by its name; null where there was none. A side that is no object stands under no name.</summary>
    public static List<(string Name, string? Before, string? After)> Changes(string? before, string? after)
    {
        var (old, now) = (Values(before), Values(after));
        return
        [
            .. old
                .Keys.Union(now.Keys, StringComparer.Ordinal)
                .Select(name => (name, old.GetValueOrDefault(name), now.GetValueOrDefault(name))),
        ];
    }

    private static Dictionary<string, string?> Values(string? json)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (json is null)
            return values;
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                values[""] = json;
            else
                foreach (var value in document.RootElement.EnumerateObject())
                    values[value.Name] =
                        value.Value.ValueKind == JsonValueKind.String
                            ? value.Value.GetString()
                            : JsonSerializer.Serialize(value.Value, Readable);
        }
        catch (JsonException)
        {
            // What was too long was cut when it was written.
            values[""] = json;
        }
        return values;
    }
}
