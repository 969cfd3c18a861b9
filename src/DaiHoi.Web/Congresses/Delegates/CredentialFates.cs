using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Congresses.Delegates;

/// <summary>Those of a list of whom the report tells by name why they are not simply delegates who were summoned and are eligible.</summary>
/// <param name="Title">key of its words</param>
internal sealed record CredentialFates(string Title, IReadOnlyList<string> Lines)
{
    /// <summary>Who was refused by the rules of summons or after a complaint, against whom something stands, and which alternates came in whose place.</summary>
    /// <param name="t">in whose language it is told; reasons stand as they were written</param>
    /// <returns>those alone of which there is something to tell</returns>
    public static IReadOnlyList<CredentialFates> Of(CredentialList list, Texts t)
    {
        var codes = list
            .Opened.Rules.Delegates.Summons.Where(rule => !rule.Summoned)
            .Select(rule => rule.Reason)
            .Append(ListedDelegate.Refused)
            .ToHashSet(StringComparer.Ordinal);
        CredentialFates[] fates =
        [
            new(
                "credential-refused",
                [
                    .. list
                        .All.Where(one => one is { IsOnList: false, EndCode: { } code } && codes.Contains(code))
                        .Select(one => $"{one.Name}: {one.EndReason}"),
                ]
            ),
            new(
                "credential-paper-objected",
                [.. list.Summoned.Where(one => one.Objection is not null).Select(one => $"{one.Name}: {one.Objection}")]
            ),
            new(
                "credential-replaced",
                [
                    .. list
                        .All.Select(left => (Left: left, By: list.SuccessorOf(left)))
                        .Where(pair => pair.By is { IsOnList: true })
                        .Select(pair => t["credential-in-place-of", pair.By!.Name, pair.Left.Name, pair.Left.EndReason]),
                ]
            ),
        ];
        return [.. fates.Where(one => one.Lines.Count > 0)];
    }
}
