using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Newsroom.Articles;

/// <summary>An address under which the article was found on an earlier site; it leads to the article for ever.</summary>
internal sealed class OldAddress
{
    /// <summary>Longer ones are not kept and not looked up.</summary>
    public const int Longest = 1000;

    /// <summary>Path and query without host, beginning with "/", in one of its <see cref="Spellings"/>.</summary>
    public required string Path { get; init; }
    public long ArticleId { get; init; }

    /// <summary>
    /// How an address is kept and looked for: as it is written, the path without percent signs, and in small letters,
    /// because the servers of many old portals did not tell small letters from capitals, and their links were written by
    /// hand.
    /// </summary>
    public static IReadOnlyList<string> Spellings(string pathAndQuery)
    {
        var question = pathAndQuery.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? pathAndQuery : pathAndQuery[..question];
        var plain = Uri.UnescapeDataString(path) + (question < 0 ? "" : pathAndQuery[question..]);
        // PostgreSQL keeps no NUL in a text, and no address has one.
        return plain.Length > Longest || plain.Contains('\0', StringComparison.Ordinal)
            ? []
            : [.. new[] { plain, plain.ToLowerInvariant() }.Distinct(StringComparer.Ordinal)];
    }

    internal sealed class Table : IEntityTypeConfiguration<OldAddress>
    {
        public void Configure(EntityTypeBuilder<OldAddress> builder)
        {
            builder.ToTable("old_address");
            builder.HasKey(o => o.Path);
            builder.Property(o => o.Path).HasMaxLength(Longest);
            builder.HasOne<Article>().WithMany().HasForeignKey(o => o.ArticleId);
        }
    }
}
