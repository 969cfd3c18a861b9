namespace DaiHoi.Web.Tests.Newsroom.Desk.Killed;

/// <summary>
/// What the program has answered, and what it was asked and had not answered when it was killed: of the latter it may have
/// done all or nothing.
/// </summary>
internal sealed class Remembered
{
    private readonly Lock gate = new();
    private readonly List<RememberedArticle> articles = [];
    private readonly List<string> pictures = [];

    /// <summary>Answers that said that something was done.</summary>
    public int Answers { get; private set; }

    public RememberedArticle Begun(long id, string text)
    {
        lock (gate)
        {
            Answers++;
            articles.Add(new(id, text));
            return articles[^1];
        }
    }

    public void Uploaded(string address)
    {
        lock (gate)
        {
            Answers++;
            pictures.Add(address);
        }
    }

    /// <summary>Asks something of an article, and remembers the answer.</summary>
    public async Task ChangeAsync<T>(Claim<T> claim, T to, Func<Task> ask)
    {
        lock (gate)
            claim.Ask(to);
        await ask();
        lock (gate)
        {
            Answers++;
            claim.Answered();
        }
    }

    public List<RememberedArticle> Articles
    {
        get
        {
            lock (gate)
                return [.. articles];
        }
    }

    public List<RememberedArticle> Newest(int count) => [.. Articles.TakeLast(count)];

    public List<string> Pictures
    {
        get
        {
            lock (gate)
                return [.. pictures];
        }
    }
}

internal sealed class RememberedArticle(long id, string text)
{
    public long Id => id;
    public Claim<string> Text { get; } = new(text);
    public Claim<string> Status { get; } = new("Draft");
}

/// <summary>What was confirmed, and what was asked for since.</summary>
internal sealed class Claim<T>(T confirmed)
{
    private T confirmed = confirmed;
    private (bool Is, T Value) asked;

    /// <summary>Either of these is true.</summary>
    public IEnumerable<T> All => asked.Is ? [confirmed, asked.Value] : [confirmed];

    public void Ask(T value) => asked = (true, value);

    public void Answered() => (confirmed, asked) = (asked.Value, default);

    public override string ToString() => string.Join(" or ", All);
}
