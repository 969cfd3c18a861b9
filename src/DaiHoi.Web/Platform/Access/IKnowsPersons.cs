namespace DaiHoi.Web.Platform.Access;

/// <summary>Says who is behind a request. Rules are stated here without knowing accounts; Accounts answers.</summary>
public interface IKnowsPersons
{
    /// <summary>The person who has signed in; null where nobody has, or his session has ended.</summary>
    Task<Person?> WhoAsync(HttpContext context);
}
