using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace DaiHoi.Web.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Difficulties : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "difficulty",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    campaign_id = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                    is_lesson = table.Column<bool>(type: "boolean", nullable: false),
                    topic = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    request_key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    recorded_by_id = table.Column<long>(type: "bigint", nullable: false),
                    recorded_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    holder_id = table.Column<long>(type: "bigint", nullable: false),
                    answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    article = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    answered_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    answered_for_id = table.Column<long>(type: "bigint", nullable: true),
                    merged_into_id = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    search_text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_difficulty", x => x.id);
                    table.ForeignKey(
                        name: "fk_difficulty_campaign_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_difficulty_difficulty_merged_into_id",
                        column: x => x.merged_into_id,
                        principalTable: "difficulty",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_difficulty_organisation_answered_for_id",
                        column: x => x.answered_for_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_difficulty_organisation_holder_id",
                        column: x => x.holder_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_difficulty_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "difficulty_file",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    difficulty_id = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    is_picture = table.Column<bool>(type: "boolean", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_difficulty_file", x => x.id);
                    table.ForeignKey(
                        name: "fk_difficulty_file_difficulty_difficulty_id",
                        column: x => x.difficulty_id,
                        principalTable: "difficulty",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "difficulty_step",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    difficulty_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    holder_id = table.Column<long>(type: "bigint", nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_difficulty_step", x => x.id);
                    table.ForeignKey(
                        name: "fk_difficulty_step_difficulty_difficulty_id",
                        column: x => x.difficulty_id,
                        principalTable: "difficulty",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_difficulty_step_organisation_holder_id",
                        column: x => x.holder_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_difficulty_answered_for_id",
                table: "difficulty",
                column: "answered_for_id");

            migrationBuilder.CreateIndex(
                name: "ix_difficulty_campaign",
                table: "difficulty",
                columns: new[] { "campaign_id", "is_lesson", "merged_into_id", "organisation_id", "recorded_on" });

            migrationBuilder.CreateIndex(
                name: "ix_difficulty_holder",
                table: "difficulty",
                column: "holder_id");

            migrationBuilder.CreateIndex(
                name: "ix_difficulty_merged",
                table: "difficulty",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_difficulty_organisation_id",
                table: "difficulty",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ux_difficulty_request_key",
                table: "difficulty",
                column: "request_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_difficulty_file_difficulty",
                table: "difficulty_file",
                column: "difficulty_id");

            migrationBuilder.CreateIndex(
                name: "ix_difficulty_step_difficulty",
                table: "difficulty_step",
                column: "difficulty_id");

            migrationBuilder.CreateIndex(
                name: "ix_difficulty_step_holder_id",
                table: "difficulty_step",
                column: "holder_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "difficulty_file");

            migrationBuilder.DropTable(
                name: "difficulty_step");

            migrationBuilder.DropTable(
                name: "difficulty");
        }
    }
}
