using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace DaiHoi.Web.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class People : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "registered_person",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                    full_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    family_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    given_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    folded = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    folded_given = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    sort_key = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    born_on = table.Column<DateOnly>(type: "date", nullable: true),
                    born_known = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    sex = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true),
                    ethnicity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    joined_on = table.Column<DateOnly>(type: "date", nullable: true),
                    official_on = table.Column<DateOnly>(type: "date", nullable: true),
                    schooling = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    degree = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    degree_field = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    theory = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    posts = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    kept_until = table.Column<DateOnly>(type: "date", nullable: false),
                    added_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    added_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    removed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    merged_into_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registered_person", x => x.id);
                    table.CheckConstraint("ck_registered_person_removed_whole", "(removed_at is null) = (born_on is not null) and (removed_at is null) = (length(full_name) > 0)");
                    table.ForeignKey(
                        name: "fk_registered_person_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_registered_person_registered_person_merged_into_id",
                        column: x => x.merged_into_id,
                        principalTable: "registered_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "person_told_apart",
                columns: table => new
                {
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    other_id = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_told_apart", x => new { x.person_id, x.other_id });
                    table.CheckConstraint("ck_person_told_apart_order", "person_id < other_id");
                    table.ForeignKey(
                        name: "fk_person_told_apart_registered_person_other_id",
                        column: x => x.other_id,
                        principalTable: "registered_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_person_told_apart_registered_person_person_id",
                        column: x => x.person_id,
                        principalTable: "registered_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_person_told_apart_other_id",
                table: "person_told_apart",
                column: "other_id");

            migrationBuilder.CreateIndex(
                name: "ix_registered_person_folded",
                table: "registered_person",
                column: "folded")
                .Annotation("Npgsql:IndexOperators", new[] { "text_pattern_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_registered_person_folded_given",
                table: "registered_person",
                column: "folded_given")
                .Annotation("Npgsql:IndexOperators", new[] { "text_pattern_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_registered_person_kept_until",
                table: "registered_person",
                column: "kept_until");

            migrationBuilder.CreateIndex(
                name: "ix_registered_person_merged_into_id",
                table: "registered_person",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_registered_person_organisation",
                table: "registered_person",
                column: "organisation_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "person_told_apart");

            migrationBuilder.DropTable(
                name: "registered_person");
        }
    }
}
