namespace DaiHoi.Documents;

/// <summary>How a ballot is filled in.</summary>
public enum BallotMarking
{
    /// <summary>The names of those not voted for are struck through.</summary>
    StrikeOut,

    /// <summary>An X in one of two boxes beside each name.</summary>
    AgreeDisagree,
}

/// <summary>On what paper a ballot is printed.</summary>
public enum BallotPaper
{
    A5,
    A4,
}

/// <summary>
/// A ballot before it is set. All copies are the same: nothing on one may tell it from another, or the vote is not secret.
/// </summary>
/// <param name="Superior">the organisation above, in capitals; null leaves it out</param>
/// <param name="Issuer">whose congress it is, one for each line, in capitals: "ĐẠI HỘI ĐẠI BIỂU", "NHIỆM KỲ 2020 - 2025"</param>
/// <param name="Elected">below "PHIẾU BẦU": "Ban Chấp hành Đảng bộ xã Tân Khai khóa X"</param>
/// <param name="Seats">how many are elected out of how many: a sentence</param>
/// <param name="Instruction">how to vote: a sentence or two</param>
/// <param name="Names">in the order of the closed list</param>
/// <param name="Mark">of the batch, the same on all its ballots: "Tập 03"; null for none</param>
public sealed record BallotSheet(
    string? Superior,
    IReadOnlyList<string> Issuer,
    string Elected,
    string Seats,
    string Instruction,
    BallotMarking Marking,
    IReadOnlyList<string> Names,
    string? Mark
);
