using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Campaigns.Difficulties;

/// <summary>What a difficulty or a lesson is about.</summary>
internal enum DifficultyTopic
{
    /// <summary>Regulations and guidance that are unclear or missing.</summary>
    Guidance,

    /// <summary>Political reports and other papers of the congress.</summary>
    Papers,

    /// <summary>Preparing who shall stand for election.</summary>
    Personnel,
    Delegates,

    /// <summary>Elections and counting.</summary>
    Elections,
    Time,

    /// <summary>Organisations that are founded, merged or dissolved meanwhile.</summary>
    Structure,

    /// <summary>Money, halls, equipment.</summary>
    Means,
    Other,
}

/// <summary>
/// A difficulty that was met at a congress, or a lesson that it taught (khó khăn, vướng mắc; kinh nghiệm). A difficulty is
/// held by the organisation that is to answer it, at first the one directly above, which passes it up where it cannot. A
/// lesson is answered by being spread: from then on everything below the organisation that spreads it reads it. Never deleted:
/// those that say the same are merged into one, and each keeps its text; what was recorded by mistake is withdrawn.
/// </summary>
internal sealed class Difficulty
{
    public long Id { get; private set; }
    public required long CampaignId { get; init; }

    /// <summary>At whose congress.</summary>
    public required long OrganisationId { get; set; }
    public required bool IsLesson { get; set; }
    public required DifficultyTopic Topic { get; set; }
    public required string Text { get; set; }

    /// <summary>Of the form that recorded it: sent twice it records once.</summary>
    public required string RequestKey { get; init; }
    public required DateOnly RecordedOn { get; init; }
    public required DateTime RecordedAt { get; init; }
    public required long RecordedById { get; init; }
    public required string RecordedByName { get; init; }

    /// <summary>Who is to answer it now.</summary>
    public required long HolderId { get; set; }

    /// <summary>What was answered; for a lesson what was said when it was spread, if anything.</summary>
    public string? Answer { get; private set; }

    /// <summary>Where it is written: "Điều 12 Quy chế bầu cử trong Đảng".</summary>
    public string? Article { get; private set; }
    public DateTime? AnsweredAt { get; private set; }
    public string? AnsweredByName { get; private set; }

    /// <summary>The organisation that answered: for everything below it the answer holds.</summary>
    public long? AnsweredForId { get; private set; }

    /// <summary>The one that says the same and has its answer; that one is merged into none.</summary>
    public long? MergedIntoId { get; set; }

    /// <summary>Since when it is in no list and no count; null while it stands.</summary>
    public DateTime? WithdrawnAt { get; private set; }
    public string? WithdrawnByName { get; private set; }
    public string? WithdrawnReason { get; private set; }

    /// <summary>Counts changes: who decides sends back what he saw.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Words of text and answer without marks, with a space before and after each.</summary>
    public string SearchText { get; private set; } = "";

    public const int LongestText = 2000;
    public const int LongestArticle = 300;
    public const int LongestNote = 500;

    /// <summary>Characters of a text that stand in a list.</summary>
    public const int InList = 280;

    /// <summary>The signal that some of them have changed.</summary>
    public const string ChangeKey = "difficulties";

    public static string KeyOf(long id) => FormattableString.Invariant($"difficulty:{id}");

    public void Say(string? answer, string? article, DateTime at, string by, long organisation)
    {
        (Answer, Article, AnsweredAt, AnsweredByName, AnsweredForId) = (answer, article, at, by, organisation);
        Reindex();
    }

    public void Withdraw(DateTime at, string by, string reason) =>
        (WithdrawnAt, WithdrawnByName, WithdrawnReason) = (at, by, reason);

    /// <summary>A step on its way, after which it lies where it lies now.</summary>
    public DifficultyStep Stepped(DifficultyStepKind kind, DateTime at, string by, string? note) =>
        new()
        {
            DifficultyId = Id,
            Kind = kind,
            At = at,
            ByName = by,
            HolderId = HolderId,
            Note = note,
        };

    public void Reindex() => SearchText = WordsOf($"{Text} {Answer} {Article}");

    /// <summary>" dang uy co so " for "Đảng ủy cơ sở": what a search for words looks into.</summary>
    public static string WordsOf(string text)
    {
        var letters = Fold.Letters(text).Select(c => char.IsLetterOrDigit(c) ? c : ' ').ToArray();
        return $" {string.Join(' ', new string(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries))} ";
    }

    internal sealed class Table : IEntityTypeConfiguration<Difficulty>
    {
        public void Configure(EntityTypeBuilder<Difficulty> builder)
        {
            builder.ToTable("difficulty");
            builder.Property(d => d.Topic).HasConversion<string>().HasMaxLength(16);
            builder.Property(d => d.Text).HasMaxLength(LongestText);
            builder.Property(d => d.RequestKey).HasMaxLength(40);
            builder.Property(d => d.RecordedByName).HasMaxLength(200);
            builder.Property(d => d.Answer).HasMaxLength(LongestText);
            builder.Property(d => d.Article).HasMaxLength(LongestArticle);
            builder.Property(d => d.AnsweredByName).HasMaxLength(200);
            builder.Property(d => d.WithdrawnByName).HasMaxLength(200);
            builder.Property(d => d.WithdrawnReason).HasMaxLength(LongestNote);
            builder.HasIndex(d => d.RequestKey).IsUnique().HasDatabaseName("ux_difficulty_request_key");
            builder
                .HasIndex(d => new
                {
                    d.CampaignId,
                    d.IsLesson,
                    d.MergedIntoId,
                    d.OrganisationId,
                    d.RecordedOn,
                })
                .HasDatabaseName("ix_difficulty_campaign");
            builder.HasIndex(d => d.HolderId).HasDatabaseName("ix_difficulty_holder");
            builder.HasIndex(d => d.MergedIntoId).HasDatabaseName("ix_difficulty_merged");
            builder.HasOne<Campaign>().WithMany().HasForeignKey(d => d.CampaignId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(d => d.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(d => d.HolderId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(d => d.AnsweredForId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Difficulty>().WithMany().HasForeignKey(d => d.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
