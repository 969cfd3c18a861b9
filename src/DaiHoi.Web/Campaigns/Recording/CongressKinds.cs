using DaiHoi.Rules;
using DaiHoi.Rules.Delegates;

namespace DaiHoi.Web.Campaigns.Recording;

/// <summary>The kinds that a congress can be of; a meeting of a committee is none.</summary>
internal static class CongressKinds
{
    public static IReadOnlyList<CongressKind> All { get; } = [CongressKind.Delegates, CongressKind.Members];

    /// <returns>null for no code, or one that nobody knows</returns>
    public static CongressKind? Of(string? code) => All.Cast<CongressKind?>().FirstOrDefault(kind => kind!.Value.Code() == code);

    /// <summary>Key of its words.</summary>
    public static string WordOf(CongressKind kind) =>
        kind switch
        {
            CongressKind.Delegates => "congress-of-delegates",
            CongressKind.Members => "congress-of-members",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
