namespace DaiHoi.Rules.Elections;

/// <summary>What is elected.</summary>
public enum Post
{
    Committee,
    StandingCommittee,
    InspectionCommittee,
    Secretary,
    DeputySecretary,
    Delegates,
    Alternates,
}

/// <summary>How a ballot is filled in.</summary>
public enum BallotForm
{
    /// <summary>the names of those not voted for are struck through</summary>
    StrikeOut,

    /// <summary>an X in one of two columns for each name</summary>
    AgreeDisagree,
}

/// <summary>Who stands on this ballot.</summary>
public enum Among
{
    /// <summary>a list of candidates</summary>
    Everyone,

    /// <summary>only those who were tied across the last seat</summary>
    Tied,
}

/// <summary>One ballot of an election.</summary>
/// <param name="Of">what is elected</param>
/// <param name="Seats">still to be filled, ≥ 1</param>
/// <param name="Form">how the ballot is filled in</param>
/// <param name="Round">1 for the first ballot</param>
/// <param name="Among">who stands</param>
/// <param name="ListedByCommittee">names on the list that the summoning committee prepared; null where nobody said</param>
public sealed record Election(
    Post Of,
    int Seats,
    BallotForm Form,
    int Round = 1,
    Among Among = Among.Everyone,
    int? ListedByCommittee = null
);

/// <summary>Somebody on the ballot list.</summary>
/// <param name="Id">key, unique on the list</param>
/// <param name="Name">as printed</param>
/// <param name="Born">needed only where the rule set gives a tie to the older</param>
public sealed record Candidate(string Id, string Name, DateOnly? Born = null);
