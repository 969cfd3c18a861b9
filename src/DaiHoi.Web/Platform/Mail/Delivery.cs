namespace DaiHoi.Web.Platform.Mail;

/// <summary>How far a sending came.</summary>
public enum Delivery
{
    /// <summary>Every letter is done with: taken, or refused for good.</summary>
    Done,

    /// <summary>The server said "later" to some of them; the others are done with.</summary>
    SomeLater,

    /// <summary>The server cannot be reached or refuses the sign-in; what was not told of is still to be sent.</summary>
    Unreachable,
}
