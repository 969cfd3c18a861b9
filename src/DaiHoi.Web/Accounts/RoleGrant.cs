using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Accounts;

/// <summary>A role of an account on an organisation and all below it, from <see cref="GrantedAt"/> until it is taken back.</summary>
internal sealed class RoleGrant
{
    public long Id { get; private set; }
    public required long AccountId { get; init; }
    public required Role Role { get; init; }
    public required long OrganisationId { get; init; }
    public required DateTime GrantedAt { get; init; }
    public DateTime? TakenBackAt { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<RoleGrant>
    {
        public void Configure(EntityTypeBuilder<RoleGrant> builder)
        {
            builder.ToTable("role_grant");
            builder.Property(g => g.Role).HasMaxLength(16);
            builder.HasOne<Account>().WithMany().HasForeignKey(g => g.AccountId);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(g => g.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            builder
                .HasIndex(g => new
                {
                    g.AccountId,
                    g.Role,
                    g.OrganisationId,
                })
                .IsUnique()
                .HasFilter("taken_back_at is null")
                .HasDatabaseName("ux_role_grant_in_force");
        }
    }
}
